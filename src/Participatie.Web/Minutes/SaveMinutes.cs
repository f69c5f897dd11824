using Microsoft.Extensions.Options;

namespace Participatie.Web.Minutes;

public enum SaveOutcome
{
    Saved,
    TooLong,

    /// <summary>Somebody else saved meanwhile; nothing is overwritten.</summary>
    Outdated,

    /// <summary>The text was adopted or published meanwhile.</summary>
    Frozen,
}

/// <summary>Keeps the text of minutes that are not adopted yet; what was kept before stays beside it.</summary>
public sealed class SaveMinutes(MinutesStore store, IOptions<MinutesOptions> options, TimeProvider clock)
{
    /// <summary>Saves a text.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="typed">The new text.</param>
    /// <param name="revision">The revision that the writer had before them.</param>
    /// <param name="writer">The name of the member of staff.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SaveOutcome> RunAsync(Guid meetingId, string? typed, long revision, string writer, CancellationToken ct)
    {
        var text = FrozenMinutes.Clean(typed);
        if (text.Length > options.Value.LongestText)
            return SaveOutcome.TooLong;
        // The same text again, such as after a double tap, is nothing new and no conflict.
        if (await IsKeptAsync(meetingId, text, ct) || await store.SaveAsync(meetingId, text, revision, writer, clock.GetUtcNow(), ct))
            return SaveOutcome.Saved;

        var kept = await store.FindAsync(meetingId, ct);
        return kept is { IsOpen: false } ? SaveOutcome.Frozen
            : string.Equals(kept?.Markdown, text, StringComparison.Ordinal) ? SaveOutcome.Saved
            : SaveOutcome.Outdated;
    }

    private async Task<bool> IsKeptAsync(Guid meetingId, string text, CancellationToken ct) =>
        await store.FindAsync(meetingId, ct) is { IsOpen: true } kept && string.Equals(kept.Markdown, text, StringComparison.Ordinal);
}
