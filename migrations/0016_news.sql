-- Mail that still has to go out. What was sent is not kept.
create table outgoing_mails (
    id          uuid         not null primary key,
    recipient   text         not null,
    subject     text         not null,
    body        text         not null,
    stop_link   text,
    written_at  timestamptz  not null,
    attempts    integer      not null,
    due_at      timestamptz  not null
);

create index outgoing_mails_by_due on outgoing_mails (due_at);

-- Who wants news by mail, and of which page: an area's, a table's, or with no path that of all tables.
create table subscriptions (
    id            uuid         not null primary key,
    email         text         not null,
    page          text         not null,
    rhythm        text         not null check (rhythm in ('atonce', 'weekly')),
    asked_at      timestamptz  not null,
    times_asked   integer      not null,
    confirmed_at  timestamptz,
    told_until    timestamptz  not null,
    unique (email, page)
);

create index subscriptions_by_page on subscriptions (page, rhythm, told_until) where confirmed_at is not null;
create index subscriptions_unconfirmed on subscriptions (asked_at) where confirmed_at is null;

-- The version of the minutes by which a decision became news: a correction of something else makes it no news again.
alter table decisions add column entered_version integer not null default 1;
