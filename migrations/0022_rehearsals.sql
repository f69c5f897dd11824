-- A rehearsal is a copy of a planned meeting in which everything works and nothing counts. It is thrown away.
alter table meetings add column rehearsal_of uuid references meetings (id);

create index meetings_by_rehearsal on meetings (rehearsal_of) where rehearsal_of is not null;

-- What is told to everybody is read from here, so that a rehearsal is told to nobody.
create view public_meetings as
select id, table_id, code, title, place, starts_at, state, current_item, revision, cancelled_at, cancellation, sequence, changed_at
from   meetings
where  rehearsal_of is null;
