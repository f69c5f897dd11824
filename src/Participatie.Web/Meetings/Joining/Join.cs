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

    /// <summary>Too many wrong codes were tried in the last minute.</summary>
    Wait,
}

/// <summary>Lets somebody in with what they typed or scanned: a meeting's code, or a pass, which is then bound to this phone.</summary>
public sealed class Join(MeetingRooms rooms, Passes passes, UsePass usePass, ParticipantCookie cookie, GuessLimit guesses)
{
    public async Task<(JoinOutcome Outcome, string? MeetingCode)> RunAsync(HttpContext http, string? typed, CancellationToken ct)
    {
        var code = Codes.Normalize(typed);
        if (!guesses.IsOpen)
            return (JoinOutcome.Wait, null);
        if (code.Length == Codes.MeetingLength && await rooms.FindAsync(code, ct) is { } room)
        {
            cookie.Ensure(http, room.Snapshot.Meeting.Id);
            return (JoinOutcome.Joined, code);
        }

        if (code.Length == Codes.PassLength && await passes.FindAsync(code, ct) is { } pass)
            return await UseAsync(http, pass, ct);

        guesses.Count();
        return (JoinOutcome.Unknown, null);
    }

    private async Task<(JoinOutcome Outcome, string? MeetingCode)> UseAsync(HttpContext http, PassRow pass, CancellationToken ct) =>
        await usePass.RunAsync(pass, cookie.Ensure(http, pass.MeetingId), ct) switch
        {
            PassUse.Held => (JoinOutcome.Joined, pass.MeetingCode),
            PassUse.Over => (JoinOutcome.Over, null),
            _ => (JoinOutcome.Taken, null),
        };
}
