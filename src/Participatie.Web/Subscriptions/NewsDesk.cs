using System.Data.Common;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>The newest of all kinds: decisions, minutes, answers and meetings.</summary>
public sealed class NewsDesk(DbDataSource db, IEnumerable<INews> kinds, CalendarMeetings meetings, IStringLocalizer<Texts> texts)
{
    /// <summary>In characters. What is longer is read on its page.</summary>
    private const int LongestWords = 1_000;

    /// <summary>When anything became known for the last time, up to a moment; null when nothing ever did.</summary>
    public async Task<DateTimeOffset?> LastAsync(DateTimeOffset until, CancellationToken ct) => (await db.FindAsync<LastRow>(LastSql, new { until }, ct))?.At;

    private const string LastSql =
        """
        select max(happened_at) as at
        from   (
            select published_at as happened_at from minutes_versions
            union all
            select given_at from responses
            union all
            select asked_at from postponements
            union all
            select told_at from progress
            union all
            select changed_at from public_meetings
        ) news
        where  happened_at <= @until
        """;

    /// <summary>Kind by kind, the oldest first.</summary>
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(FeedOwner owner, CancellationToken ct)
    {
        var items = new List<NewsItem>();
        foreach (var kind in kinds)
            items.AddRange((await kind.NewestAsync(owner, ct)).Reverse().Select(Item));
        items.AddRange((await meetings.OfAsync(owner, ct)).Select(Item).OrderBy(item => item.At));
        return items;
    }

    private static NewsItem Item(AtomEntry entry)
    {
        var words = PlainText.OfHtml(entry.Html);
        return new NewsItem(entry.Title, entry.Path, entry.Published, words.Length <= LongestWords ? words : "");
    }

    private NewsItem Item(CalendarMeetingRow meeting) => new(
        meeting switch
        {
            { Cancellation: not null } => texts["Gaat niet door: {0}", meeting.Title],
            { Sequence: 0 } => texts["Nieuwe bijeenkomst: {0}", meeting.Title],
            _ => texts["Bijeenkomst veranderd: {0}", meeting.Title],
        },
        $"/bijeenkomsten/{meeting.Id}",
        meeting.ChangedAt,
        meeting.Cancellation is { } reason
            ? texts["Het was op {0}. De reden: {1}", DutchTime.Moment(meeting.StartsAt), reason]
            : texts["{0}, in {1}. {2}.", DutchTime.Moment(meeting.StartsAt), meeting.Place, meeting.TableName]);

    private sealed record LastRow(DateTimeOffset? At);
}
