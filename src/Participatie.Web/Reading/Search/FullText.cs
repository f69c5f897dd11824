using System.Data.Common;
using Npgsql;

namespace Participatie.Web.Reading.Search;

/// <summary>
/// All that the full-text indexes of the two databases have different: FTS5 on SQLite, a tsvector on PostgreSQL. A question
/// is written with terms of our own only, between quotes: letters and digits, and marks that mean nothing to either.
/// </summary>
public sealed class FullText
{
    private static readonly FullText Sqlite = new()
    {
        Quote = '"',
        Beginning = " *",
        And = " AND ",
        Or = " OR ",
        AddSql = "insert into document_terms (rowid, terms) values (@Number, @Terms)",
        RemoveSql = "delete from document_terms where rowid in (select number from documents where meeting_id = @meetingId)",
        FindSql =
            """
            select   rowid
            from     document_terms
            where    document_terms match @asked
            order by rowid desc
            limit    @most
            """,
    };

    private static readonly FullText Postgres = new()
    {
        Quote = '\'',
        Beginning = ":*",
        And = " & ",
        Or = " | ",
        AddSql = "insert into document_terms (number, terms) values (@Number, array_to_tsvector(string_to_array(@Terms, ' ')))",
        RemoveSql = "delete from document_terms where number in (select number from documents where meeting_id = @meetingId)",
        FindSql =
            // The index gives all that have a word, in no order. A frequent word is found sooner by looking at the newest
            // documents one by one; only when that is not enough is the index asked, and not the order of the numbers once more.
            """
            with newest as materialized (
                select number
                from   (select number, terms from document_terms order by number desc limit 2000) those
                where  terms @@ cast(@asked as tsquery)
                limit  @most
            )
            select   number
            from     newest
            where    (select count(*) from newest) = @most
            union all
            (select   number
             from     document_terms
             where    terms @@ cast(@asked as tsquery) and (select count(*) from newest) < @most
             order by number + 0 desc
             limit    @most)
            order by number desc
            """,
    };

    private FullText()
    {
    }

    /// <summary>Keeps @Terms under @Number.</summary>
    public required string AddSql { get; init; }

    /// <summary>Forgets the terms of the documents of @meetingId.</summary>
    public required string RemoveSql { get; init; }

    /// <summary>The numbers of the newest documents, at most @most, for which @asked holds.</summary>
    public required string FindSql { get; init; }

    /// <summary>Stands on both sides of a term.</summary>
    public required char Quote { get; init; }

    /// <summary>Stands after a term with which a word has to begin.</summary>
    public required string Beginning { get; init; }

    public required string And { get; init; }

    public required string Or { get; init; }

    public static FullText On(DbConnection connection) => connection is NpgsqlConnection ? Postgres : Sqlite;

    /// <summary>A question that is not empty, as the index reads it.</summary>
    public string Write(Question question) => string.Join(And, [.. question.Words.Select(Write), .. question.Filters.Select(Quoted)]);

    /// <summary>Words that begin with it, and words with the same stem.</summary>
    private string Write(AskedWord word) => $"({Quoted(word.Letters)}{(word.IsBeginning ? Beginning : "")}{Or}{Quoted(word.Stem)})";

    private string Quoted(string term) => $"{Quote}{term}{Quote}";
}
