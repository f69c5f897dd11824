using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Minutes.Adopting;

public enum AdoptOutcome
{
    Adopted,

    /// <summary>There is no poll, nor the name of a chair.</summary>
    AdopterMissing,

    /// <summary>Somebody said what is wrong and got no answer yet.</summary>
    CorrectionsOpen,

    /// <summary>The text changed after participants were shown it.</summary>
    NotShared,

    /// <summary>Somebody else was first.</summary>
    TooLate,
}

/// <summary>
/// Keeps that the table says its minutes are right: by a vote in a later meeting, or by its chair. The concept that
/// participants were shown is what is adopted, letter by letter.
/// </summary>
public sealed class AdoptMinutes(DbDataSource db, MinutesStore store, AdoptingPolls polls, TimeProvider clock)
{
    public const int LongestName = 100;

    /// <summary>Adopts a concept.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="revision">The text that is adopted.</param>
    /// <param name="pollId">The vote that adopted it; null when the chair did.</param>
    /// <param name="chair">Who chaired; left out when there was a vote.</param>
    /// <param name="actor">The name of the member of staff who keeps it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AdoptOutcome> RunAsync(Guid meetingId, long revision, Guid? pollId, string? chair, string actor, CancellationToken ct)
    {
        var by = chair?.Trim() is { Length: > 0 and <= LongestName } name ? name : null;
        var poll = pollId is null ? null : (await polls.OfMeetingAsync(meetingId, ct)).FirstOrDefault(poll => poll.Id == pollId);
        if (poll is null && (pollId is not null || by is null))
            return AdoptOutcome.AdopterMissing;
        if (await store.RevisionAsync(meetingId, revision, ct) is not { } text)
            return AdoptOutcome.TooLate;

        var now = clock.GetUtcNow();
        var adoptedBy = poll is null ? by : null;
        var deed = new Deed(meetingId, actor, Deeds.MinutesAdopted, new AdoptionDeed(FrozenMinutes.Fingerprint(text.Markdown), adoptedBy, poll?.Id), now);
        return await db.RecordAsync(deed, AdoptSql, new { meetingId, revision, now, adoptedBy, pollId = poll?.Id }, ct)
            ? AdoptOutcome.Adopted
            : Reason(await store.FindAsync(meetingId, ct), revision);
    }

    private static AdoptOutcome Reason(MinutesRow? kept, long revision) =>
        kept is not { IsOpen: true } || kept.Revision != revision ? AdoptOutcome.TooLate
        : kept.IsShared ? AdoptOutcome.CorrectionsOpen
        : AdoptOutcome.NotShared;

    private const string AdoptSql =
        """
        update minutes
        set    state = 'adopted', adopted_at = @now, adopted_by = @adoptedBy, adoption_poll = @pollId
        where  meeting_id = @meetingId and state = 'concept' and revision = @revision and shared_revision = @revision
        and    not exists (select 1 from corrections where meeting_id = @meetingId and verdict is null)
        """;
}
