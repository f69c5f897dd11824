create table meetings (
    id            uuid         not null primary key,
    table_id      uuid         not null references tables (id),
    code          text         not null unique,
    title         text         not null,
    place         text         not null,
    starts_at     timestamptz  not null,
    state         text         not null check (state in ('planned', 'open', 'closed')),
    current_item  uuid,
    revision      bigint       not null
);

create index meetings_by_table on meetings (table_id, starts_at);

create table agenda_items (
    id           uuid     not null primary key,
    meeting_id   uuid     not null references meetings (id),
    position     integer  not null,
    title        text     not null,
    description  text     not null,
    minutes      integer  not null check (minutes > 0),
    kind         text     not null check (kind in ('inform', 'discuss', 'decide')),
    started_at   timestamptz
);

create index agenda_items_by_meeting on agenda_items (meeting_id, position);

-- Every deed in a meeting, chained by hash. Never a ballot, never a participant.
create table events (
    meeting_id     uuid         not null references meetings (id),
    number         bigint       not null,
    recorded_at    timestamptz  not null,
    actor          text         not null,
    kind           text         not null,
    data           text         not null,
    previous_hash  bytea        not null,
    hash           bytea        not null,
    primary key (meeting_id, number)
);

-- A pass is known by the keyed hash of its code only; its id is random, so that order tells nothing.
create table passes (
    id              uuid   not null primary key,
    meeting_id      uuid   not null references meetings (id),
    code_hash       bytea  not null unique,
    participant_id  uuid
);

create unique index one_pass_per_participant on passes (meeting_id, participant_id) where participant_id is not null;

-- Phones that held a pass until it moved to another phone: they are told so.
create table former_holders (
    meeting_id      uuid  not null references meetings (id),
    participant_id  uuid  not null,
    primary key (meeting_id, participant_id)
);
