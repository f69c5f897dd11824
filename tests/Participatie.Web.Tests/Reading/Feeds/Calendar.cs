using Participatie.Testing.Tools;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.Feeds;

/// <summary>What a calendar shows of a feed, read by a parser that is not ours.</summary>
internal sealed record Calendar(string Version, string Name, IReadOnlyList<CalendarEvent> Events)
{
    public static async Task<Calendar> ReadAsync(string file) => Json.Read<Calendar>(await NodeTool.RunAsync("read-calendar.mjs", file));
}

/// <summary>An event; its moments are in universal time, <paramref name="Clock"/> is when it begins on the clock of its time zone.</summary>
internal sealed record CalendarEvent(
    string Uid, int Sequence, string Status, string Summary, string Location, string Description, string Url,
    DateTimeOffset Stamp, DateTimeOffset Modified, string Timezone, string Clock, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
