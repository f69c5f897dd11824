using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings;

namespace Participatie.Web.Minutes;

public enum PublishOutcome
{
    Published,
    Empty,
    TooLong,
    MeetingNotClosed,

    /// <summary>Somebody else saved meanwhile; nothing is published.</summary>
    Outdated,
    AlreadyPublished,
}

/// <summary>
/// Freezes minutes for everybody to read: text, HTML and fingerprint, the decisions and the deed in the log together,
/// or none of them. The statement itself asks for a draft that nobody changed, so of two at once one wins.
/// </summary>
public sealed class PublishMinutes(DbDataSource db, MinutesStore store, IOptions<MinutesOptions> options, TimeProvider clock)
{
    public async Task<PublishOutcome> RunAsync(Guid meetingId, string? typed, long revision, string actor, CancellationToken ct)
    {
        var text = FrozenMinutes.Clean(typed);
        if (string.IsNullOrWhiteSpace(text))
            return PublishOutcome.Empty;
        if (text.Length > options.Value.LongestText)
            return PublishOutcome.TooLong;

        var minutes = FrozenMinutes.Of(text);
        var published = await db.TransactAsync(tx => FreezeAsync(tx, meetingId, minutes, revision, actor, ct), ct);
        return published ? PublishOutcome.Published : await ReasonAsync(meetingId, revision, ct);
    }

    private async Task<bool> FreezeAsync(
        DbTransaction tx, Guid meetingId, FrozenMinutes minutes, long revision, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(meetingId, ct);
        if (!await MinutesStore.PublishAsync(tx, meetingId, minutes, revision, now, ct))
            return false;

        await MakeDecisions.RunAsync(tx, meetingId, ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.MinutesPublished, new MinutesDeed(minutes.Sha256), now), ct);
        return true;
    }

    private async Task<PublishOutcome> ReasonAsync(Guid meetingId, long revision, CancellationToken ct)
    {
        var kept = await store.FindAsync(meetingId, ct);
        return kept is { IsPublished: true } ? PublishOutcome.AlreadyPublished
            : (kept?.Revision ?? 0) != revision ? PublishOutcome.Outdated
            : PublishOutcome.MeetingNotClosed;
    }
}
