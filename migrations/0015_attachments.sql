-- Files that minutes refer to by name. A name is never used again in a meeting, so that a text means the same file for good.
create table attachments (
    id          uuid         not null primary key,
    meeting_id  uuid         not null references meetings (id),
    name        text         not null,
    media_type  text         not null,
    bytes       bigint       not null,
    sha256      text         not null,
    added_by    text         not null,
    added_at    timestamptz  not null,
    removed_at  timestamptz,
    unique (meeting_id, name)
);

-- The files that belong to a published version, for good.
create table minutes_attachments (
    meeting_id     uuid     not null,
    version        integer  not null,
    attachment_id  uuid     not null references attachments (id),
    primary key (meeting_id, version, attachment_id),
    foreign key (meeting_id, version) references minutes_versions (meeting_id, version)
);

create index minutes_attachments_by_file on minutes_attachments (attachment_id);
