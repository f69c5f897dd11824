using System.Data.Common;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>The minutes that were published, whole.</summary>
public sealed class MinutesNews(DbDataSource db, IStringLocalizer<Texts> texts) : INews
{
    private const int Most = 20;

    public string File => "/verslagen.atom";

    public string Title(IStringLocalizer<Texts> texts, FeedOwner owner) => texts["Verslagen van {0}", owner.NameIn(texts)];

    public async Task<IReadOnlyList<AtomEntry>> NewestAsync(FeedOwner owner, CancellationToken ct) =>
        [.. (await db.QueryAsync<NewsRow>(NewestSql(owner), new { owner.Area, owner.Table, Most }, ct)).Select(Entry)];

    private static string NewestSql(FeedOwner owner) =>
        $"""
        select   m.id, m.title, n.html, n.published_at, t.name as table_name
        from     published_minutes n
        join     meetings m on m.id = n.meeting_id
        join     tables t on t.id = m.table_id
        where    {owner.Condition}
        order by n.published_at desc, m.id desc
        limit    @Most
        """;

    private AtomEntry Entry(NewsRow row) => new(
        AtomEntry.UrnOf(row.Id, "verslag"), texts["Verslag van {0}", row.Title], $"/verslagen/{row.Id}", row.PublishedAt, row.TableName, row.Html);

    private sealed record NewsRow(Guid Id, string Title, string Html, DateTimeOffset PublishedAt, string TableName);
}
