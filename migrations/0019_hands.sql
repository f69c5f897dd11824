-- Who wants to say something. A hand is a person's only while the meeting is on: when it closes, all are gone.
create table hands (
    id              uuid         not null primary key,
    meeting_id      uuid         not null references meetings (id),
    participant_id  uuid         not null,
    name            text,
    side            text         not null check (side in ('residents', 'professionals')),
    state           text         not null check (state in ('waiting', 'speaking', 'done')),
    raised_at       timestamptz  not null,
    started_at      timestamptz,
    ended_at        timestamptz
);

create index hands_by_meeting on hands (meeting_id);

-- One hand for each person, and one person who speaks.
create unique index one_hand_each on hands (meeting_id, participant_id) where state <> 'done';
create unique index one_speaker on hands (meeting_id) where state = 'speaking';
