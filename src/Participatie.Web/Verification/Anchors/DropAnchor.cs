using Participatie.Web.Shared;

namespace Participatie.Web.Verification.Anchors;

/// <summary>Anchors the logs once a day, on days on which there is something new in them.</summary>
public sealed class DropAnchor(AnchorStore anchors, TimeProvider clock, ILogger<DropAnchor> log) : RecurringWork(TimeSpan.FromMinutes(30), clock, log)
{
    public override async Task RunAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var day = DutchTime.Today(now);
        var dropped = await anchors.AllAsync(ct);
        if (dropped is [.., var last] && last.Day >= day)
            return;

        var known = dropped.SelectMany(anchor => anchor.Heads).Select(head => (head.MeetingId, head.Number)).ToHashSet();
        var heads = (await anchors.HeadsAsync(ct)).Where(head => !known.Contains((head.MeetingId, head.Number))).ToList();
        if (heads.Count > 0)
            await anchors.AddAsync(Anchor.Of(day, dropped.Count > 0 ? dropped[^1].Sha256 : null, heads, now), ct);
    }
}
