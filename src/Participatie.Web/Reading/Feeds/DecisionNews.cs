using System.Data.Common;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>What tables decided and advised, when its minutes are published.</summary>
public sealed class DecisionNews(DbDataSource db, IStringLocalizer<Texts> texts) : INews
{
    private const int Most = 50;

    public string File => "/besluiten.atom";

    public string Title(IStringLocalizer<Texts> texts, FeedOwner owner) => texts["Besluiten van {0}", owner.NameIn(texts)];

    public async Task<IReadOnlyList<AtomEntry>> NewestAsync(FeedOwner owner, CancellationToken ct) =>
        [.. (await db.QueryAsync<NewsRow>(NewestSql(owner), new { owner.Area, owner.Table, Most }, ct)).Select(Entry)];

    private static string NewestSql(FeedOwner owner) =>
        $"""
        select   d.id, d.is_advice, d.text, d.reasons, d.result, d.addressee, d.respond_by, t.name as table_name,
                 coalesce(n.published_at, d.decided_at) as published_at
        from     decisions d
        join     meetings m on m.id = d.meeting_id
        join     tables t on t.id = m.table_id
        left join minutes_versions n on n.meeting_id = m.id and n.version = d.entered_version
        where    d.struck_version is null and {owner.Condition}
        order by published_at desc, d.id desc
        limit    @Most
        """;

    private AtomEntry Entry(NewsRow row) => new(
        AtomEntry.UrnOf(row.Id),
        row.IsAdvice ? texts["Advies: {0}", row.Text] : texts["Besluit: {0}", row.Text],
        $"/besluiten/{row.Id}",
        row.PublishedAt,
        row.TableName,
        string.Concat(Sentences(row)));

    private IEnumerable<string> Sentences(NewsRow row)
    {
        yield return Paragraph(DecisionNames.Result(texts, row.Result));
        if (row.Reasons.Length > 0)
            yield return SafeMarkdown.ToHtml(row.Reasons).ToString()!;
        if (row is { Addressee: { } addressee, RespondBy: { } day })
            yield return Paragraph(texts["{0} moet antwoorden, uiterlijk {1}.", addressee, DutchTime.Date(day)]);
    }

    private static string Paragraph(string text) => new XElement("p", text).ToString();

    private sealed record NewsRow(
        Guid Id, bool IsAdvice, string Text, string Reasons, string? Result, string? Addressee, DateOnly? RespondBy, string TableName, DateTimeOffset PublishedAt);
}
