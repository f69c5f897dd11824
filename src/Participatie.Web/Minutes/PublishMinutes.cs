using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Minutes;

public enum PublishOutcome
{
    Published,
    Empty,
    TooLong,

    /// <summary>A decision or an action item in it cannot be understood.</summary>
    Mistaken,
    MeetingNotClosed,

    /// <summary>Somebody else saved meanwhile; nothing is published.</summary>
    Outdated,
    AlreadyPublished,
}

/// <summary>
/// Freezes minutes for everybody to read: text, HTML and fingerprint, the decisions and the deed in the log together,
/// or none of them. The statement itself asks for a draft that nobody changed, so of two at once one wins.
/// </summary>
public sealed class PublishMinutes(DbDataSource db, MinutesStore store, ReadMinutes read, IOptions<MinutesOptions> options, TimeProvider clock)
{
    public async Task<PublishOutcome> RunAsync(Guid meetingId, string? typed, long revision, string actor, CancellationToken ct)
    {
        var text = FrozenMinutes.Clean(typed);
        if (string.IsNullOrWhiteSpace(text))
            return PublishOutcome.Empty;
        if (text.Length > options.Value.LongestText)
            return PublishOutcome.TooLong;

        var outcome = await db.TransactAsync(tx => FreezeAsync(tx, meetingId, text, revision, actor, ct), ct);
        return outcome ?? await ReasonAsync(meetingId, revision, ct);
    }

    /// <summary>Null when the statement refused, and somebody has to look why.</summary>
    private async Task<PublishOutcome?> FreezeAsync(DbTransaction tx, Guid meetingId, string text, long revision, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(meetingId, ct);
        var minutes = await read.RunAsync(await tx.EventsAsync(meetingId, ct), text);
        if (minutes.Records.Mistakes.Count > 0)
            return PublishOutcome.Mistaken;

        var frozen = FrozenMinutes.Of(minutes);
        if (!await MinutesStore.PublishAsync(tx, meetingId, frozen, revision, now, ct))
            return null;

        await RegisterDecisions.RunAsync(tx, meetingId, minutes, ct);
        await IndexMeeting.RunAsync(tx, meetingId, ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.MinutesPublished, new MinutesDeed(frozen.Sha256), now), ct);
        return PublishOutcome.Published;
    }

    private async Task<PublishOutcome> ReasonAsync(Guid meetingId, long revision, CancellationToken ct)
    {
        var kept = await store.FindAsync(meetingId, ct);
        return kept is { IsPublished: true } ? PublishOutcome.AlreadyPublished
            : (kept?.Revision ?? 0) != revision ? PublishOutcome.Outdated
            : PublishOutcome.MeetingNotClosed;
    }
}
