-- What everybody may search. It holds nothing of its own: `participatie reindex` writes it anew from what is public.
-- The number is the second in which the document belongs, or the next one that is free: by number is by time.
create table documents (
    number       integer      not null primary key,
    meeting_id   uuid         not null references meetings (id),
    kind         text         not null check (kind in ('agenda', 'minutes', 'decision', 'advice', 'answer')),
    source_id    uuid         not null,
    title        text         not null,
    body         text         not null,
    happened_at  timestamptz  not null
);

create index documents_by_meeting on documents (meeting_id);

-- The words arrive without capitals and accents, one term between two spaces: any sign that is no ASCII is part of a term,
-- and so are the signs that mark some terms. Only which document has a term is kept, not where. Beginnings of
-- words have lists of their own: to join those of the words that begin so takes longer than all the rest.
create virtual table document_terms using fts5 (
    terms,
    content = '', contentless_delete = 1, detail = none, prefix = '3 4 5 6 7 8 9 10 11 12',
    tokenize = "ascii tokenchars '=:-'"
);
