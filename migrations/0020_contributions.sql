-- What residents ask in a meeting, and what they want the table to talk about next time. Nobody's name stands with it:
-- the participant is a phone, known by nothing else.
create table contributions (
    id              uuid         not null primary key,
    meeting_id      uuid         not null references meetings (id),
    participant_id  uuid         not null,
    kind            text         not null check (kind in ('question', 'topic')),
    text            text         not null check (trim(text) <> ''),
    state           text         not null check (state in ('waiting', 'shown', 'accepted', 'declined')),
    reply           text,
    sent_at         timestamptz  not null,
    shown_at        timestamptz,
    check (state <> 'declined' or (reply is not null and trim(reply) <> ''))
);

create index contributions_by_meeting on contributions (meeting_id, kind);

-- One person, one support.
create table contribution_supporters (
    contribution_id  uuid  not null references contributions (id) on delete cascade,
    participant_id   uuid  not null,
    primary key (contribution_id, participant_id)
);
