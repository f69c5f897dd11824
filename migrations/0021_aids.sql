-- What a facilitator brought for who reads with difficulty: pictures and recordings, by the words they go with, as JSON.
alter table polls add column aids text not null default '{}';

-- Their content. A copy of a poll has its own, so that what is taken away is gone.
create table poll_media (
    poll_id     uuid   not null references polls (id) on delete cascade,
    sha256      text   not null,
    media_type  text   not null,
    content     bytea  not null,
    primary key (poll_id, sha256)
);

create index poll_media_by_content on poll_media (sha256);
