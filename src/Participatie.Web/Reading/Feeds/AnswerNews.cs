using System.Data.Common;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>The answers that tables got to what they decided and advised.</summary>
public sealed class AnswerNews(DbDataSource db, IStringLocalizer<Texts> texts) : INews
{
    private const int Most = 50;

    public string File => "/antwoorden.atom";

    public string Title(IStringLocalizer<Texts> texts, FeedOwner owner) => texts["Antwoorden aan {0}", owner.Name ?? texts["alle tafels"]];

    public async Task<IReadOnlyList<AtomEntry>> NewestAsync(FeedOwner owner, CancellationToken ct) =>
        [.. (await db.QueryAsync<NewsRow>(NewestSql(owner), new { owner.Area, owner.Table, Most }, ct)).Select(Entry)];

    private static string NewestSql(FeedOwner owner) =>
        $"""
        select   d.id, d.text, d.addressee, r.verdict, r.reasons, r.given_at
        from     responses r
        join     decisions d on d.id = r.decision_id
        join     meetings m on m.id = d.meeting_id
        join     tables t on t.id = m.table_id
        where    d.struck_version is null and {owner.Condition}
        order by r.given_at desc, d.id desc
        limit    @Most
        """;

    private AtomEntry Entry(NewsRow row) => new(
        AtomEntry.UrnOf(row.Id, "antwoord"),
        texts["Antwoord op: {0}", row.Text],
        $"/besluiten/{row.Id}",
        row.GivenAt,
        row.Addressee,
        new XElement("p", AnswerNames.Verdict(texts, StoredAnswer.Verdict(row.Verdict)!.Value)) + SafeMarkdown.ToHtml(row.Reasons).ToString());

    private sealed record NewsRow(Guid Id, string Text, string Addressee, string Verdict, string Reasons, DateTimeOffset GivenAt);
}
