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
        LongestListed = 0,
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
        LongestListed = 8,
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
             where    with_beginnings(terms) @@ cast(@listed as tsquery) and (select count(*) from newest) < @most
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

    /// <summary>The numbers of the newest documents, at most @most, for which @asked holds; @listed is the same for the index.</summary>
    public required string FindSql { get; init; }

    /// <summary>Stands on both sides of a term.</summary>
    public required char Quote { get; init; }

    /// <summary>Stands after a term with which a word has to begin.</summary>
    public required string Beginning { get; init; }

    /// <summary>Beginnings of up to so many letters are terms too, with a mark, as far as only the index is asked; 0 where it keeps them by itself.</summary>
    public required int LongestListed { get; init; }

    public required string And { get; init; }

    public required string Or { get; init; }

    public static FullText On(DbConnection connection) => connection is NpgsqlConnection ? Postgres : Sqlite;

    /// <summary>The parameters of <see cref="FindSql"/> for a question that is not empty.</summary>
    public object Parameters(Question question, int most) => new { asked = Write(question, listed: false), listed = Write(question, listed: true), most };

    private string Write(Question question, bool listed) =>
        string.Join(And, [.. question.Words.Select(word => Write(word, listed)), .. question.Filters.Select(Quoted)]);

    /// <summary>Words that begin with it, and words with the same stem.</summary>
    private string Write(AskedWord word, bool listed)
    {
        var letters = !word.IsBeginning ? Quoted(word.Letters)
            : listed && IsListed(word.Letters) ? Quoted($"~{word.Letters}")
            : $"{Quoted(word.Letters)}{Beginning}";
        return $"({letters}{Or}{Quoted(word.Stem)})";
    }

    /// <summary>PostgreSQL counts a letter from far along in Unicode as one, and C# as two.</summary>
    private bool IsListed(string letters) => letters.Length <= LongestListed && !letters.Any(char.IsSurrogate);

    private string Quoted(string term) => $"{Quote}{term}{Quote}";
}
