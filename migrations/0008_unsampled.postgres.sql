-- The planner keeps samples of the columns it is asked about. It has no need of these, and a sample outlives its row.
alter table ballots alter column ballot_key set statistics 0;
alter table ballots alter column choices set statistics 0;
alter table ballot_secrets alter column secret set statistics 0;
