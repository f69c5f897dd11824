-- What everybody may search. It holds nothing of its own: `participatie reindex` writes it anew from what is public.
-- The number is the second in which the document belongs, or the next one that is free: by number is by time.
create table documents (
    number       bigint       not null primary key,
    meeting_id   uuid         not null references meetings (id),
    kind         text         not null check (kind in ('agenda', 'minutes', 'decision', 'advice', 'answer')),
    source_id    uuid         not null,
    title        text         not null,
    body         text         not null,
    happened_at  timestamptz  not null
);

create index documents_by_meeting on documents (meeting_id);

-- The words arrive without capitals and accents; the stems of Dutch are among them already.
create table document_terms (
    number  bigint    not null primary key,
    terms   tsvector  not null
);

-- To unpack what was made smaller would take longer than to read it.
alter table document_terms alter column terms set storage external;

-- The planner does not know what it costs to unpack the words of a document; with samples of them it would rather look
-- at every document than use the index.
alter table document_terms alter column terms set statistics 0;

-- The terms and, with a mark, the beginnings of words: to join the lists of all words that begin so takes longer than all
-- the rest. They are in the index only. In SQL alone the planner would take the function apart, think it dear, and compile
-- the whole question for longer than it takes.
create function with_beginnings(terms tsvector) returns tsvector language plpgsql immutable strict parallel safe as
$$
begin
    return terms || array_to_tsvector(array(
        select distinct '~' || left(term, letters)
        from   unnest(tsvector_to_array(terms)) term, generate_series(3, 8) letters
        where  length(term) >= letters and term not like '=%'
    ));
end
$$;

-- Few write, many search: a list of what is not in the index yet would have to be read by each who searches.
create index document_terms_by_term on document_terms using gin (with_beginnings(terms)) with (fastupdate = off);
alter index document_terms_by_term alter column 1 set statistics 0;
