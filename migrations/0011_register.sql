-- What a table may usually say, and how long its answer may take.
alter table tables add column mandate text not null default 'advise' check (mandate in ('inform', 'consult', 'advise', 'codecide'));
alter table tables add column response_days integer not null default 42 check (response_days > 0);

-- Decisions come out of the minutes, whether or not people voted about them.
create table register (
    id              uuid         not null primary key,
    meeting_id      uuid         not null references meetings (id),
    number          integer      not null,
    poll_id         uuid         unique references polls (id),
    is_advice       boolean      not null,
    text            text         not null,
    reasons         text         not null,
    mandate         text         not null check (mandate in ('inform', 'consult', 'advise', 'codecide')),
    addressee       text,
    answering_table uuid         references tables (id),
    respond_by      date,
    result          text,
    decided_at      timestamptz  not null,
    unique (meeting_id, number)
);

insert into register (id, meeting_id, number, poll_id, is_advice, text, reasons, mandate, result, decided_at)
select d.id, d.meeting_id,
       (select count(*) from decisions other where other.meeting_id = d.meeting_id and (other.decided_at, other.id) <= (d.decided_at, d.id)),
       d.poll_id, false, d.text, '', 'advise', d.result, d.decided_at
from   decisions d;

drop table decisions;
alter table register rename to decisions;
create index decisions_by_time on decisions (decided_at);
create index decisions_by_answering_table on decisions (answering_table, respond_by);

create table decision_themes (
    decision_id  uuid  not null references decisions (id),
    theme        text  not null,
    primary key (decision_id, theme)
);

-- What people took upon them.
create table action_items (
    id          uuid     not null primary key,
    meeting_id  uuid     not null references meetings (id),
    number      integer  not null,
    text        text     not null,
    who         text     not null,
    due         date,
    unique (meeting_id, number)
);
