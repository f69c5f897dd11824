create table minutes (
    meeting_id    uuid         not null primary key references meetings (id),
    markdown      text         not null,
    revision      bigint       not null,
    state         text         not null check (state in ('draft', 'published')),
    updated_at    timestamptz  not null,
    published_at  timestamptz,
    html          text,
    sha256        text
);

create table decisions (
    id          uuid         not null primary key,
    meeting_id  uuid         not null references meetings (id),
    poll_id     uuid         not null unique references polls (id),
    text        text         not null,
    result      text         not null,
    decided_at  timestamptz  not null
);

create index decisions_by_time on decisions (decided_at);
