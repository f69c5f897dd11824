-- Whoever stores ballots holds the row of the open poll in the same transaction, and polls are never deleted. To look
-- the poll up again for each ballot took PostgreSQL as long as storing it.
alter table ballots drop constraint ballots_poll_id_fkey;
