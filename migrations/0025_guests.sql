-- Who comes to a meeting for one item, called by their function: not a participant, so they have no vote.
create table guests (
    id          uuid  not null primary key,
    meeting_id  uuid  not null references meetings (id),
    item_id     uuid  not null references agenda_items (id),
    name        text  not null check (trim(name) <> '')
);

create index guests_by_meeting on guests (meeting_id);
create index guests_by_item on guests (item_id);
