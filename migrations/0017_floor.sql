-- On whose behalf somebody speaks now: never who.
alter table meetings add column floor text check (floor in ('residents', 'professionals'));

-- How many people sat at the table, as the facilitator counted them.
create table attendance (
    meeting_id     uuid         not null primary key references meetings (id),
    residents      integer      not null check (residents >= 0),
    professionals  integer      not null check (professionals >= 0),
    counted_at     timestamptz  not null
);

-- What the minute taker jots down during the meeting, for the first text of the minutes.
create table notes (
    id          uuid         not null primary key,
    meeting_id  uuid         not null references meetings (id),
    item_id     uuid         not null references agenda_items (id),
    text        text         not null check (trim(text) <> ''),
    noted_by    text         not null,
    noted_at    timestamptz  not null
);

create index notes_by_meeting on notes (meeting_id, noted_at);
create index notes_by_item on notes (item_id);
