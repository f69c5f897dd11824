-- A poll that is taken back keeps its row for ever: it counts as closed, and says why it has no result.
alter table polls add column withdrawn_at timestamptz;
alter table polls add column withdrawal text;

-- The number on a pass lets a facilitator replace a lost one. A pass issued after a binding poll opened is for the next.
alter table passes add column number integer not null default 0;
alter table passes add column issued_at timestamptz not null default '2000-01-01 00:00:00+00:00';
alter table passes add column voided_at timestamptz;

update passes set number =
    (select count(*) from passes other where other.meeting_id = passes.meeting_id and other.id <= passes.id);

create unique index one_pass_per_number on passes (meeting_id, number) where voided_at is null;

-- Ballots that staff counted by hand, on paper or as raised hands: entered by one, confirmed by another.
create table stacks (
    id            uuid         not null primary key,
    poll_id       uuid         not null references polls (id),
    channel       text         not null check (channel in ('paper', 'hands')),
    entered_by    uuid         not null,
    entered_at    timestamptz  not null,
    confirmed_by  uuid,
    check (confirmed_by <> entered_by)
);

create index stacks_by_poll on stacks (poll_id);

alter table ballots add column channel text not null default 'phone';
alter table ballots add column stack_id uuid;
