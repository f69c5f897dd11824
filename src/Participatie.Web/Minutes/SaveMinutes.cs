using Microsoft.Extensions.Options;

namespace Participatie.Web.Minutes;

public enum SaveOutcome
{
    Saved,
    TooLong,

    /// <summary>Somebody else saved meanwhile; nothing is overwritten.</summary>
    Outdated,
    AlreadyPublished,
}

/// <summary>Keeps the text of minutes that are not published yet.</summary>
public sealed class SaveMinutes(MinutesStore store, IOptions<MinutesOptions> options, TimeProvider clock)
{
    /// <summary>Saves a text.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="typed">The new text.</param>
    /// <param name="revision">The revision that the writer had before them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SaveOutcome> RunAsync(Guid meetingId, string? typed, long revision, CancellationToken ct)
    {
        var text = FrozenMinutes.Clean(typed);
        if (text.Length > options.Value.LongestText)
            return SaveOutcome.TooLong;
        if (await store.SaveAsync(meetingId, text, revision, clock.GetUtcNow(), ct))
            return SaveOutcome.Saved;

        var kept = await store.FindAsync(meetingId, ct);
        return kept switch
        {
            { IsPublished: true } => SaveOutcome.AlreadyPublished,
            // The same text again, such as after a double tap, is no conflict.
            { } when string.Equals(kept.Markdown, text, StringComparison.Ordinal) => SaveOutcome.Saved,
            _ => SaveOutcome.Outdated,
        };
    }
}
