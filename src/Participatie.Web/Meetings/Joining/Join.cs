using Participatie.Web.Live;
using Participatie.Web.Polls;

namespace Participatie.Web.Meetings.Joining;

/// <summary>What became of a typed code.</summary>
public enum JoinOutcome
{
    /// <summary>The code leads to a meeting.</summary>
    Joined,

    /// <summary>No meeting and no pass has this code.</summary>
    Unknown,

    /// <summary>The pass is for a meeting that is over.</summary>
    Over,

    /// <summary>Another phone took the pass at the same moment.</summary>
    Taken,

    /// <summary>Many wrong passes were tried in the last minute: say for which meeting this one is.</summary>
    MeetingNeeded,

    /// <summary>Many wrong passes were tried for this meeting, and many people wait for their turn.</summary>
    Busy,
}

/// <summary>Lets somebody in with what they typed or scanned: a meeting's code, or a pass, which is then bound to this phone.</summary>
public sealed class Join(MeetingRooms rooms, Passes passes, UsePass usePass, ParticipantCookie cookie, GuessLimit guesses)
{
    /// <summary>Lets this phone in, or says why not.</summary>
    /// <param name="http">Gets the cookie.</param>
    /// <param name="typed">A meeting's code or a pass.</param>
    /// <param name="meeting">The code of the meeting that the pass is for, when that is known.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(JoinOutcome Outcome, string? MeetingCode)> RunAsync(HttpContext http, string? typed, string? meeting, CancellationToken ct)
    {
        var code = Codes.Normalize(typed);
        if (await rooms.FindAsync(code) is { } room)
        {
            cookie.Ensure(http, room.Snapshot.Meeting.Id);
            return (JoinOutcome.Joined, code);
        }

        if (code.Length != Codes.PassLength)
            return (JoinOutcome.Unknown, null);
        var (outcome, pass) = await FindPassAsync(code, meeting, ct);
        return pass is null ? (outcome, null) : await UseAsync(http, pass, ct);
    }

    /// <summary>The pass; or none, and why.</summary>
    public async Task<(JoinOutcome Outcome, PassRow? Pass)> FindPassAsync(string code, string? meeting, CancellationToken ct)
    {
        var named = (await rooms.FindAsync(meeting ?? ""))?.Snapshot.Meeting.Id;
        if (named is null && guesses.IsReached)
            return (JoinOutcome.MeetingNeeded, null);
        if (named is { } door && !await guesses.MayTryAsync(door, ct))
            return (JoinOutcome.Busy, null);
        if (await passes.FindAsync(code, ct) is { } pass && (named is null || pass.MeetingId == named))
            return (JoinOutcome.Joined, pass);

        if (named is { } guessed)
            guesses.Count(guessed);
        else
            guesses.Count();
        return (JoinOutcome.Unknown, null);
    }

    private async Task<(JoinOutcome Outcome, string? MeetingCode)> UseAsync(HttpContext http, PassRow pass, CancellationToken ct) =>
        await usePass.RunAsync(pass, cookie.Ensure(http, pass.MeetingId)) switch
        {
            PassUse.Held => (JoinOutcome.Joined, pass.MeetingCode),
            PassUse.Over => (JoinOutcome.Over, null),
            _ => (JoinOutcome.Taken, null),
        };
}
