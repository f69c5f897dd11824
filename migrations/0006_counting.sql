-- What a facilitator sets about a counting method, as JSON, and the quorum; both freeze when the poll opens.
alter table polls add column settings text not null default '{}';
alter table polls add column quorum text;

update polls set settings = '{"maxChoices":' || max_choices || '}';

alter table polls drop column max_choices;

-- Options that are tied are no winners.
update polls set outcome = replace(outcome, '"winners":', '"tied":') where outcome like '%"result":"tie"%';
