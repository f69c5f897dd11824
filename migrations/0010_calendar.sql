-- A meeting that does not go on stays planned, says why, and may still be put back.
alter table meetings add column cancelled_at timestamptz;
alter table meetings add column cancellation text;

-- What calendars ask (RFC 5545): the number of the last change that they show, and when it was made.
alter table meetings add column sequence integer not null default 0;
alter table meetings add column changed_at timestamptz not null default '2000-01-01 00:00:00+00:00';

update meetings set changed_at = current_timestamp;
