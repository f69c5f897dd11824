-- Every text of minutes that was ever saved.
create table minutes_revisions (
    meeting_id  uuid         not null references meetings (id),
    revision    bigint       not null,
    markdown    text         not null,
    saved_by    text         not null,
    saved_at    timestamptz  not null,
    primary key (meeting_id, revision)
);

insert into minutes_revisions (meeting_id, revision, markdown, saved_by, saved_at)
select meeting_id, revision, markdown, '', updated_at
from   minutes;

-- What everybody reads. A correction is a new version beside the old.
create table minutes_versions (
    meeting_id     uuid         not null references meetings (id),
    version        integer      not null,
    markdown       text         not null,
    html           text         not null,
    sha256         text         not null,
    note           text         not null,
    adopted_at     timestamptz,
    adopted_by     text,
    adoption_poll  uuid         references polls (id),
    published_at   timestamptz  not null,
    primary key (meeting_id, version)
);

insert into minutes_versions (meeting_id, version, markdown, html, sha256, note, published_at)
select meeting_id, 1, markdown, html, sha256, '', published_at
from   minutes
where  state = 'published';

-- Where the text stands that is being written: its last revision, and the one that participants were shown.
create table writing (
    meeting_id       uuid         not null primary key references meetings (id),
    state            text         not null check (state in ('draft', 'concept', 'adopted', 'published')),
    revision         bigint       not null,
    shared_revision  bigint,
    adopted_at       timestamptz,
    adopted_by       text,
    adoption_poll    uuid         references polls (id)
);

insert into writing (meeting_id, state, revision)
select meeting_id, state, revision
from   minutes;

drop table minutes;
alter table writing rename to minutes;

create view published_minutes as
select v.meeting_id, v.version, v.markdown, v.html, v.sha256, v.note, v.adopted_at, v.adopted_by, v.adoption_poll, v.published_at
from   minutes_versions v
where  not exists (select 1 from minutes_versions later where later.meeting_id = v.meeting_id and later.version > v.version);

-- What participants say is wrong in a concept, and what became of it.
create table corrections (
    id              uuid         not null primary key,
    meeting_id      uuid         not null references meetings (id),
    participant_id  uuid         not null,
    text            text         not null check (trim(text) <> ''),
    sent_at         timestamptz  not null,
    verdict         text         check (verdict in ('accepted', 'declined')),
    reason          text,
    hidden          boolean      not null default false,
    judged_by       text,
    judged_at       timestamptz,
    check (verdict is null or verdict = 'accepted' or trim(reason) <> '')
);

create index corrections_by_meeting on corrections (meeting_id, sent_at);

-- A decision that a later version of the minutes no longer holds stays, and says so.
alter table decisions add column struck_version integer;
