using System.Data;
using System.Data.Common;
using Dapper;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Search;

/// <summary>A document that was found.</summary>
/// <param name="Cancellation">Why its meeting does not go on; null when it does.</param>
public sealed record FoundRow(
    long Number, DocumentKind Kind, Guid SourceId, string Title, string Body, DateTimeOffset HappenedAt, string? Cancellation, string TableName, string AreaName)
{
    /// <summary>Where it can be read.</summary>
    public string Address => Kind switch
    {
        DocumentKind.Agenda => $"/bijeenkomsten/{SourceId}",
        DocumentKind.Minutes => $"/verslagen/{SourceId}",
        DocumentKind.Answer => $"/besluiten/{SourceId}#antwoord",
        _ => $"/besluiten/{SourceId}",
    };
}

/// <summary>One page of what was found.</summary>
/// <param name="Count">How many documents there are on all pages.</param>
/// <param name="AreMore">Are there so many that the oldest are left out?</param>
/// <param name="Number">Which page this is, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record Findings(IReadOnlyList<FoundRow> Page, int Count, bool AreMore, int Number, int Pages)
{
    public static Findings None { get; } = new([], 0, AreMore: false, 1, 1);
}

/// <summary>
/// Searches. Of the newest that are found, first comes what has all words in its title, then the rest, and of both the
/// newest first: anybody can see why something stands where it stands. To weigh how often each document has a word would
/// mean to unpack all that have it.
/// </summary>
public sealed class SearchDocuments(DbDataSource db)
{
    /// <summary>Nobody reads further, and a frequent word then costs no more than a rare one.</summary>
    public const int Most = 250;

    public const int PerPage = 10;

    /// <summary>A page that is not there becomes the nearest that is.</summary>
    public async Task<Findings> FindAsync(Question question, int page, CancellationToken ct)
    {
        if (question.IsEmpty)
            return Findings.None;

        await using var connection = await db.OpenConnectionAsync(ct);
        var numbers = await NumbersAsync(connection, question, ct);
        var count = Math.Min(numbers.Count, Most);
        var pages = Math.Max(1, (count + PerPage - 1) / PerPage);
        var shown = Math.Clamp(page, 1, pages);
        var ordered = await TitlesFirstAsync(connection, question, numbers[..count], ct);
        return new Findings(await ReadAsync(connection, [.. ordered.Skip((shown - 1) * PerPage).Take(PerPage)], ct), count, numbers.Count > Most, shown, pages);
    }

    private static async Task<List<long>> NumbersAsync(DbConnection connection, Question question, CancellationToken ct)
    {
        var index = FullText.On(connection);
        return (await connection.QueryAsync<long>(new CommandDefinition(index.FindSql, index.Parameters(question, Most + 1), cancellationToken: ct))).AsList();
    }

    private static async Task<IEnumerable<long>> TitlesFirstAsync(DbConnection connection, Question question, List<long> numbers, CancellationToken ct)
    {
        if (question.Words.Count == 0 || numbers.Count < 2)
            return numbers;

        var args = new DynamicParameters();
        var titles = (await connection.QueryAsync<TitleRow>(
            new CommandDefinition($"select number, title from documents where number in ({InList.Of(args, numbers, DbType.Int64)})", args, cancellationToken: ct)))
            .ToDictionary(row => row.Number, row => row.Title);
        return numbers.OrderBy(number => titles.TryGetValue(number, out var title) && question.IsAnsweredBy(title) ? 0 : 1);
    }

    private static async Task<IReadOnlyList<FoundRow>> ReadAsync(DbConnection connection, List<long> numbers, CancellationToken ct)
    {
        if (numbers.Count == 0)
            return [];

        var args = new DynamicParameters();
        var rows = await connection.QueryAsync<FoundRow>(new CommandDefinition($"{ReadSql} where d.number in ({InList.Of(args, numbers, DbType.Int64)})", args, cancellationToken: ct));
        return [.. rows.OrderBy(row => numbers.IndexOf(row.Number))];
    }

    private const string ReadSql =
        """
        select d.number, d.kind, d.source_id, d.title, d.body, d.happened_at, m.cancellation, t.name as table_name, a.name as area_name
        from   documents d
        join   meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        """;

    /// <summary>The years in which there is something to find, the newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
    {
        var span = (await db.FindAsync<SpanRow>(SpanSql, null, ct))!;
        return span is { First: { } first, Last: { } last } ? [.. Enumerable.Range(Year(first), Year(last) - Year(first) + 1).Reverse()] : [];
    }

    /// <summary>Asked together, SQLite would look at every document.</summary>
    private const string SpanSql = "select (select min(number) from documents) as first, (select max(number) from documents) as last";

    private static int Year(long number) => DutchTime.Local(DateTimeOffset.FromUnixTimeSeconds(number)).Year;

    private sealed record TitleRow(long Number, string Title);

    private sealed record SpanRow(long? First, long? Last);
}
