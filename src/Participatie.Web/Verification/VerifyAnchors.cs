using Participatie.Web.Shared;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Verification;

/// <summary>The anchors of each day against each other and against the logs.</summary>
public sealed class VerifyAnchors(AnchorStore anchors)
{
    public Task<IReadOnlyList<Anchor>> ReadAsync(CancellationToken ct) => anchors.AllAsync(ct);

    /// <summary>What is wrong with the anchors themselves; those from the first that does not fit say nothing.</summary>
    public static Finding Check(IReadOnlyList<Anchor> all) => new(
        all.Count,
        FirstBroken(all) is { } broken ? [$"The anchor of {DutchTime.Machine(broken.Day)} does not fit the one before it: it was changed, or one was removed."] : []);

    /// <summary>What the log of a meeting says otherwise than the anchors.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Anchor> all, VerifyLog log)
    {
        var hashes = (log.Events ?? []).ToDictionary(entry => entry.Number, entry => entry.Hash);
        return
        [
            .. from anchor in Whole(all)
               from head in anchor.Heads
               where head.MeetingId == log.MeetingId && !(hashes.TryGetValue(head.Number, out var hash) && hash.AsSpan().SequenceEqual(head.Hash))
               select $"Meeting {log.MeetingId}: event {head.Number} of its log is gone or is not what was anchored on {DutchTime.Machine(anchor.Day)}.",
        ];
    }

    /// <summary>Meetings that were anchored and are not there.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<Anchor> all, IReadOnlyCollection<Guid> meetings) =>
    [
        .. from head in Whole(all).SelectMany(anchor => anchor.Heads).DistinctBy(head => head.MeetingId)
           where !meetings.Contains(head.MeetingId)
           select $"Meeting {head.MeetingId}: its log was anchored, but the meeting is gone.",
    ];

    /// <summary>A fingerprint that somebody kept outside: is it still one of ours?</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Anchor> all, string kept) =>
        all.Any(anchor => string.Equals(anchor.Sha256, kept.Trim(), StringComparison.OrdinalIgnoreCase))
            ? []
            : [$"There is no anchor '{kept.Trim()}': if it was published here once, the logs were written anew."];

    private static IEnumerable<Anchor> Whole(IReadOnlyList<Anchor> all) =>
        FirstBroken(all) is { } broken ? all.TakeWhile(anchor => anchor.Day < broken.Day) : all;

    private static Anchor? FirstBroken(IReadOnlyList<Anchor> all) =>
        all.Where((anchor, index) => !anchor.Fits(index == 0 ? null : all[index - 1])).FirstOrDefault();
}
