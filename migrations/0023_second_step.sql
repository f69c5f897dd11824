-- A second step at signing in: a code from an app, or a passkey.
alter table users add column two_factor_enabled  boolean not null default false;
alter table users add column authenticator_key   text;
alter table users add column second_step_due     timestamptz;

-- A code works once.
alter table users add column last_code     text;
alter table users add column last_code_at  timestamptz;

create table recovery_codes (
    user_id  uuid  not null references users (id) on delete cascade,
    hash     text  not null,
    primary key (user_id, hash)
);

create table passkeys (
    credential_id       bytea        not null primary key,
    user_id             uuid         not null references users (id) on delete cascade,
    name                text         not null,
    public_key          bytea        not null,
    created_at          timestamptz  not null,
    sign_count          bigint       not null,
    transports          text         not null,
    is_user_verified    boolean      not null,
    is_backup_eligible  boolean      not null,
    is_backed_up        boolean      not null,
    attestation_object  bytea        not null,
    client_data_json    bytea        not null
);

create index passkeys_of_user on passkeys (user_id);

-- A member of staff at one browser. Of the browser only what it is called, of the network nothing.
create table sessions (
    id              uuid         not null primary key,
    user_id         uuid         not null references users (id) on delete cascade,
    security_stamp  text         not null,
    method          text         not null check (method in ('password', 'code', 'passkey', 'link', 'provider')),
    browser         text         not null,
    started_at      timestamptz  not null,
    seen_at         timestamptz  not null
);

create index sessions_of_user on sessions (user_id);

-- Attempts to sign in that have not succeeded yet: by browsers that nobody knows together, by each known one apart.
create table sign_in_attempts (
    user_id       uuid         not null references users (id) on delete cascade,
    door          text         not null,
    attempts      integer      not null,
    last_at       timestamptz  not null,
    primary key (user_id, door)
);

-- What ASP.NET Core Identity keeps with an account beside that.
create table user_logins (
    provider      text  not null,
    provider_key  text  not null,
    display_name  text,
    user_id       uuid  not null references users (id) on delete cascade,
    primary key (provider, provider_key)
);

create index logins_of_user on user_logins (user_id);

create table user_claims (
    user_id  uuid  not null references users (id) on delete cascade,
    type     text  not null,
    value    text  not null,
    primary key (user_id, type, value)
);

create table user_tokens (
    user_id   uuid  not null references users (id) on delete cascade,
    provider  text  not null,
    name      text  not null,
    value     text,
    primary key (user_id, provider, name)
);
