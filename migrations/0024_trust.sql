-- The backups that the server made by itself or that somebody asked for. The files are in a folder of their own.
create table backups (
    name           text         not null primary key,
    started_at     timestamptz  not null,
    finished_at    timestamptz,
    size           bigint,
    missing_files  integer      not null default 0,
    fault          text
);

-- Of each day on which something happened: where the logs of all meetings stood, as a text whose fingerprint is published.
create table anchors (
    day      date         not null primary key,
    text     text         not null,
    sha256   text         not null,
    made_at  timestamptz  not null
);

-- When a meeting was so long ago that nothing in it hangs on anybody's phone any more.
alter table meetings add column forgotten_at timestamptz;
