create table polls (
    id           uuid     not null primary key,
    meeting_id   uuid     not null references meetings (id),
    item_id      uuid     not null references agenda_items (id),
    question     text     not null,
    method       text     not null,
    max_choices  integer  not null,
    binding      boolean  not null,
    secret       boolean  not null,
    state        text     not null check (state in ('draft', 'open', 'closed', 'released')),
    opened_at    timestamptz,
    closed_at    timestamptz,
    outcome      text
);

create index polls_by_meeting on polls (meeting_id);

-- A table decides one thing at a time.
create unique index one_open_poll on polls (meeting_id) where state = 'open';

create table poll_options (
    poll_id   uuid     not null references polls (id) on delete cascade,
    position  integer  not null,
    text      text     not null,
    primary key (poll_id, position)
);

-- The key that hides voters while a poll is open. Deleted when a secret poll closes.
create table ballot_secrets (
    poll_id  uuid   not null primary key references polls (id),
    secret   bytea  not null
);

-- One row is one voter's present choice. The key is the one-vote rule; it tells nobody who it was.
create table ballots (
    poll_id     uuid    not null references polls (id),
    ballot_key  bytea   not null,
    attempt     bigint  not null,
    choices     text    not null,
    primary key (poll_id, ballot_key)
);

-- What was counted, shuffled: anyone can count it again.
create table counted_ballots (
    poll_id   uuid     not null references polls (id),
    position  integer  not null,
    choices   text     not null,
    primary key (poll_id, position)
);

-- Proofs of being counted, in a shuffled order of their own.
create table receipts (
    poll_id   uuid     not null references polls (id),
    position  integer  not null,
    code      text     not null,
    primary key (poll_id, position)
);
