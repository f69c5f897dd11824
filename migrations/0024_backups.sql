-- The backups that the server made by itself or that somebody asked for. The files are in a folder of their own.
create table backups (
    name           text         not null primary key,
    started_at     timestamptz  not null,
    finished_at    timestamptz,
    size           bigint,
    missing_files  integer      not null default 0,
    fault          text
);
