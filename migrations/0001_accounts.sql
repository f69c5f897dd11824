-- Column types are chosen so that one text serves both databases: SQLite keeps what it is given.

create table users (
    id                   uuid        not null primary key,
    name                 text        not null,
    email                text        not null,
    normalized_email     text        not null unique,
    password_hash        text,
    security_stamp       text        not null,
    concurrency_stamp    text        not null,
    lockout_end          timestamptz,
    lockout_enabled      boolean     not null,
    access_failed_count  integer     not null
);

create table user_roles (
    user_id  uuid  not null references users (id) on delete cascade,
    role     text  not null check (role in ('administrator')),
    primary key (user_id, role)
);

-- Keys that sign cookies and forms; shared by every node on this database.
create table data_protection_keys (
    id   text  not null primary key,
    xml  text  not null
);

-- Random keys of this installation, made at the first start.
create table secrets (
    name   text   not null primary key,
    value  bytea  not null
);
