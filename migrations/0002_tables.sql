create table municipalities (
    tooi  text  not null primary key,
    name  text  not null
);

create table areas (
    slug          text  not null primary key,
    name          text  not null,
    municipality  text  not null references municipalities (tooi)
);

create table tables (
    id    uuid  not null primary key,
    slug  text  not null unique,
    name  text  not null,
    kind  text  not null check (kind in ('neighbourhood', 'board', 'youth')),
    area  text  not null references areas (slug)
);

create table table_roles (
    table_id  uuid  not null references tables (id) on delete cascade,
    user_id   uuid  not null references users (id) on delete cascade,
    role      text  not null check (role in ('facilitator', 'minutetaker', 'boardmember')),
    primary key (table_id, user_id, role)
);
