-- One answer to a decision, for good; without reasons it is none.
create table responses (
    decision_id  uuid         not null primary key references decisions (id),
    verdict      text         not null check (verdict in ('adopted', 'partlyadopted', 'notadopted')),
    reasons      text         not null check (trim(reasons) <> ''),
    given_by     text         not null,
    given_at     timestamptz  not null
);

-- An answer may be put off once.
create table postponements (
    decision_id  uuid         not null primary key references decisions (id),
    reason       text         not null check (trim(reason) <> ''),
    respond_by   date         not null,
    asked_by     text         not null,
    asked_at     timestamptz  not null
);

create table commitments (
    id           uuid         not null primary key,
    decision_id  uuid         not null references decisions (id),
    text         text         not null,
    owner        text         not null,
    due          date         not null,
    made_at      timestamptz  not null,
    done_at      timestamptz
);

create index commitments_by_decision on commitments (decision_id, made_at);

create table progress (
    id             uuid         not null primary key,
    commitment_id  uuid         not null references commitments (id),
    text           text         not null check (trim(text) <> ''),
    told_by        text         not null,
    told_at        timestamptz  not null
);

create index progress_by_commitment on progress (commitment_id, told_at);
