-- What a facilitator wrote for who does not read Dutch: the question and the options, by language, as JSON.
alter table polls add column translations text not null default '{}';
