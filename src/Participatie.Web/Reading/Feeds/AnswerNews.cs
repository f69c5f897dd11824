using System.Data.Common;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>What tables heard about what they decided and advised: answers, answers that were put off, and what came of promises.</summary>
public sealed class AnswerNews(DbDataSource db, IStringLocalizer<Texts> texts) : INews
{
    private const int Most = 50;

    public string File => "/antwoorden.atom";

    public string Title(IStringLocalizer<Texts> texts, FeedOwner owner) => texts["Antwoorden aan {0}", owner.NameIn(texts)];

    public async Task<IReadOnlyList<AtomEntry>> NewestAsync(FeedOwner owner, CancellationToken ct) =>
        [.. (await db.QueryAsync<NewsRow>(NewestSql(owner), new { owner.Area, owner.Table, Most }, ct)).Select(Entry)];

    private static string NewestSql(FeedOwner owner) =>
        $"""
        with news as (
            select decision_id, decision_id as id, 'answer' as kind, verdict as subject, reasons as words, given_at as told_at
            from   responses
            union all
            select decision_id, decision_id, 'postponement', cast(respond_by as text), reason, asked_at
            from   postponements
            union all
            select c.decision_id, p.id, case when p.told_at = c.done_at then 'done' else 'progress' end, c.text, p.text, p.told_at
            from   progress p
            join   commitments c on c.id = p.commitment_id
        )
        select   n.kind, n.id, d.id as decision_id, d.text, d.addressee, n.subject, n.words, n.told_at
        from     news n
        join     decisions d on d.id = n.decision_id
        join     meetings m on m.id = d.meeting_id
        join     tables t on t.id = m.table_id
        where    d.struck_version is null and {owner.Condition}
        order by n.told_at desc, n.id desc, n.kind
        limit    @Most
        """;

    private AtomEntry Entry(NewsRow row) => new(
        AtomEntry.UrnOf(row.Id, row.Kind switch { "answer" => "antwoord", "postponement" => "uitstel", _ => null }),
        row.Kind switch
        {
            "answer" => texts["Antwoord op: {0}", row.Text],
            "postponement" => texts["Antwoord uitgesteld: {0}", row.Text],
            "progress" => texts["Hoe het gaat: {0}", row.Subject],
            _ => texts["Klaar: {0}", row.Subject],
        },
        $"/besluiten/{row.DecisionId}",
        row.ToldAt,
        row.Addressee,
        new XElement("p", FirstWords(row)) + SafeMarkdown.ToHtml(row.Words).ToString());

    private string FirstWords(NewsRow row) => row.Kind switch
    {
        "answer" => AnswerNames.Verdict(texts, StoredAnswer.Verdict(row.Subject)!.Value),
        "postponement" => texts["Het antwoord komt uiterlijk {0}.", DutchTime.Date(DateOnly.Parse(row.Subject, CultureInfo.InvariantCulture))],
        _ => texts["Toezegging na: {0}", row.Text],
    };

    /// <summary>A piece of news.</summary>
    /// <param name="Subject">The verdict of an answer, the day until which it is put off, or what was promised.</param>
    /// <param name="Words">What was said with it, in Markdown.</param>
    private sealed record NewsRow(
        string Kind, Guid Id, Guid DecisionId, string Text, string Addressee, string Subject, string Words, DateTimeOffset ToldAt);
}
