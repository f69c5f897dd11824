using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Search;

/// <summary>
/// What the public pages show of a meeting, as documents. Nothing else may be read here: no draft of minutes, no poll and
/// no result, for what is found can be guessed word by word.
/// </summary>
public static class MeetingDocuments
{
    public static Task<DocumentPlace?> FindPlaceAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.FindAsync<DocumentPlace>(PlaceSql, new { meetingId }, ct);

    private const string PlaceSql =
        """
        select m.id as meeting_id, t.name as table_name, a.slug as area_slug, a.name as area_name
        from   public_meetings m
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        where  m.id = @meetingId
        """;

    public static async Task<IReadOnlyList<Document>> ReadAsync(DbTransaction tx, Guid meetingId, CancellationToken ct)
    {
        var meeting = (await tx.FindAsync<MeetingTextRow>(MeetingSql, new { meetingId }, ct))!;
        var items = await tx.QueryAsync<ItemTextRow>(ItemsSql, new { meetingId }, ct);
        var decisions = await tx.QueryAsync<DecisionTextRow>(DecisionsSql, new { meetingId }, ct);
        var themes = (await tx.QueryAsync<ThemeRow>(ThemesSql, new { meetingId }, ct)).ToLookup(row => row.DecisionId, row => row.Theme);
        var news = (await tx.QueryAsync<NewsRow>(NewsSql, new { meetingId }, ct)).ToLookup(row => row.DecisionId, row => row.Text);
        return
        [
            Agenda(meetingId, meeting, items),
            .. meeting.Html is { } html ? [Minutes(meetingId, meeting, html, themes)] : Array.Empty<Document>(),
            .. decisions.Select(decision => Decision(decision, [.. themes[decision.Id]])),
            .. decisions.Where(decision => decision.GivenAt is not null).Select(decision => Answer(decision, [.. themes[decision.Id]], news[decision.Id])),
        ];
    }

    private static Document Agenda(Guid id, MeetingTextRow meeting, IEnumerable<ItemTextRow> items) => new(
        DocumentKind.Agenda, id, meeting.StartsAt, meeting.Title, Lines([meeting.Place, .. items.SelectMany(item => (string[])[item.Title, PlainText.OfMarkdown(item.Description)])]), []);

    /// <summary>Minutes begin with what everybody knows already: the table, the date, the place. An excerpt shows rather what comes after.</summary>
    private static Document Minutes(Guid id, MeetingTextRow meeting, string html, ILookup<Guid, string> themes)
    {
        var talk = Math.Max(0, html.IndexOf("<h2", StringComparison.Ordinal));
        var body = Lines([PlainText.OfHtml(html[talk..]), PlainText.OfHtml(html[..talk])]);
        return new Document(DocumentKind.Minutes, id, meeting.StartsAt, meeting.Title, body, [.. themes.SelectMany(theme => theme)]);
    }

    private static Document Decision(DecisionTextRow decision, IReadOnlyList<string> themes) => new(
        decision.IsAdvice ? DocumentKind.Advice : DocumentKind.Decision, decision.Id, decision.DecidedAt, decision.Text, PlainText.OfMarkdown(decision.Reasons), themes);

    private static Document Answer(DecisionTextRow decision, IReadOnlyList<string> themes, IEnumerable<string> news) => new(
        DocumentKind.Answer, decision.Id, decision.GivenAt!.Value, decision.Text, Lines([PlainText.OfMarkdown(decision.Answer!), .. news]), themes);

    private static string Lines(IEnumerable<string> parts) => string.Join('\n', parts.Where(part => part.Length > 0));

    private const string MeetingSql =
        """
        select m.title, m.place, m.starts_at, n.html
        from   public_meetings m
        left join published_minutes n on n.meeting_id = m.id
        where  m.id = @meetingId
        """;

    private const string ItemsSql =
        """
        select   title, description
        from     agenda_items
        where    meeting_id = @meetingId
        order by position
        """;

    private const string DecisionsSql =
        """
        select   d.id, d.is_advice, d.text, d.reasons, d.decided_at, r.given_at, r.reasons as answer
        from     decisions d
        left join responses r on r.decision_id = d.id
        where    d.meeting_id = @meetingId and d.struck_version is null
        order by d.number
        """;

    private const string ThemesSql =
        """
        select   h.decision_id, h.theme
        from     decision_themes h
        join     decisions d on d.id = h.decision_id
        where    d.meeting_id = @meetingId
        order by h.theme
        """;

    /// <summary>What was promised with the answers, and how that goes on.</summary>
    private const string NewsSql =
        """
        select   c.decision_id, c.text, c.made_at as told_at
        from     commitments c
        join     decisions d on d.id = c.decision_id
        where    d.meeting_id = @meetingId
        union all
        select   c.decision_id, g.text, g.told_at
        from     progress g
        join     commitments c on c.id = g.commitment_id
        join     decisions d on d.id = c.decision_id
        where    d.meeting_id = @meetingId
        order by told_at
        """;

    private sealed record MeetingTextRow(string Title, string Place, DateTimeOffset StartsAt, string? Html);

    private sealed record ItemTextRow(string Title, string Description);

    private sealed record DecisionTextRow(
        Guid Id, bool IsAdvice, string Text, string Reasons, DateTimeOffset DecidedAt, DateTimeOffset? GivenAt, string? Answer);

    private sealed record ThemeRow(Guid DecisionId, string Theme);

    private sealed record NewsRow(Guid DecisionId, string Text, DateTimeOffset ToldAt);
}
