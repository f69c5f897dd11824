using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Minutes.Adopting;

public enum ShareOutcome
{
    Shared,

    /// <summary>Nobody has saved a text yet, or it is empty.</summary>
    Empty,

    /// <summary>A decision or an action item in it cannot be understood.</summary>
    Mistaken,
    MeetingNotClosed,

    /// <summary>Somebody saved, shared or adopted meanwhile.</summary>
    TooLate,
}

/// <summary>Shows the saved text to those who were there, as a concept. What is saved afterwards is shown when it is shared again.</summary>
public sealed class ShareMinutes(DbDataSource db, MinutesStore store, ReadMinutes read, TimeProvider clock)
{
    /// <summary>Shares the text that was saved last.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="revision">The saved text that the writer had before them.</param>
    /// <param name="actor">The name of the member of staff.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ShareOutcome> RunAsync(Guid meetingId, long revision, string actor, CancellationToken ct)
    {
        if (await store.RevisionAsync(meetingId, revision, ct) is not { } saved || string.IsNullOrWhiteSpace(saved.Markdown))
            return ShareOutcome.Empty;
        if ((await read.RunAsync(await MinutesSource.OfAsync(db, meetingId, ct), saved.Markdown)).Records.Mistakes.Count > 0)
            return ShareOutcome.Mistaken;

        var deed = new Deed(meetingId, actor, Deeds.MinutesShared, new MinutesDeed(FrozenMinutes.Fingerprint(saved.Markdown)), clock.GetUtcNow());
        if (await db.RecordAsync(deed, ShareSql, new { meetingId, revision }, ct))
            return ShareOutcome.Shared;
        return (await store.FindAsync(meetingId, ct)) is { IsOpen: true, IsShared: false } kept && kept.Revision == revision
            ? ShareOutcome.MeetingNotClosed
            : ShareOutcome.TooLate;
    }

    private const string ShareSql =
        """
        update minutes
        set    state = 'concept', shared_revision = @revision
        where  meeting_id = @meetingId and revision = @revision and state in ('draft', 'concept')
        and    (shared_revision is null or shared_revision <> @revision)
        and    exists (select 1 from meetings where id = @meetingId and state = 'closed')
        """;
}
