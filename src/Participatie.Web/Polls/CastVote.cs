using System.Diagnostics;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Telemetry;

namespace Participatie.Web.Polls;

/// <summary>What a voter hears back.</summary>
/// <param name="Receipt">The inclusion code of the stored ballot; null when none was stored.</param>
public sealed record VoteAnswer(Verdict Verdict, string? Receipt)
{
    public static VoteAnswer Refused(Verdict verdict) => new(verdict, null);
}

/// <summary>Somebody in a meeting, at one of its doors.</summary>
public sealed record Voter(Guid MeetingId, Guid ParticipantId, Channel Channel = Channel.Phone);

/// <summary>Casts or changes one vote. The phone's page, its form and the hub all come here.</summary>
public sealed class CastVote(LivePolls polls, PassHolders holders, BallotBox box, Broadcaster broadcaster, Measurements measurements)
{
    /// <summary>
    /// Every program counts exactly up to here (RFC 8259, section 6). Beyond it a phone could not make a next number, and
    /// its new choice would pass for a retry of the old one.
    /// </summary>
    public const long LastAttempt = (1L << 53) - 1;

    /// <summary>Casts a vote. Throws <see cref="NotStoredException"/> when the database did not take it: then nothing is confirmed.</summary>
    /// <param name="attempt">Higher for each new choice of this voter; a retry repeats it.</param>
    public async Task<VoteAnswer> RunAsync(Guid pollId, Voter voter, IReadOnlyList<Choice> choices, long attempt)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = await JudgeAsync(pollId, voter, choices, attempt);
        measurements.Voted(answer.Verdict, Stopwatch.GetElapsedTime(since));
        return answer;
    }

    private async Task<VoteAnswer> JudgeAsync(Guid pollId, Voter voter, IReadOnlyList<Choice> choices, long attempt)
    {
        if (await polls.FindAsync(pollId) is not { } poll)
            return VoteAnswer.Refused(Verdict.Closed);
        if (poll.MeetingId != voter.MeetingId)
            return VoteAnswer.Refused(Verdict.NotEntitled);
        if (attempt is < 0 or > LastAttempt)
            return VoteAnswer.Refused(Verdict.InvalidChoice);

        var pass = await holders.FindAsync(poll.MeetingId, voter.ParticipantId);
        var answer = await RunAsync(poll, voter, pass, choices, attempt);
        if (answer.Verdict != Verdict.NotEntitled)
            return answer;

        // What was remembered of the pass may be out of date.
        var now = await holders.RefreshAsync(poll.MeetingId, voter.ParticipantId);
        return now == pass ? answer : await RunAsync(poll, voter, now, choices, attempt);
    }

    private async Task<VoteAnswer> RunAsync(LivePoll poll, Voter voter, HeldPass? pass, IReadOnlyList<Choice> choices, long attempt)
    {
        var verdict = poll.Rules.Judge(choices, holdsPass: pass?.MayVoteSince(poll.OpenedAt) is true);
        if (verdict != Verdict.Accepted)
            return VoteAnswer.Refused(verdict);

        var key = poll.Keys.Of(pass?.Id ?? voter.ParticipantId);
        var ballot = new CastBallot(key, attempt, BallotText.Write(choices), pass?.Id, voter.ParticipantId, voter.Channel.Stored());
        verdict = await box.PutAsync(new Slip(poll.Id, poll.MeetingId, ballot));
        if (verdict is not (Verdict.Accepted or Verdict.Changed))
            return VoteAnswer.Refused(verdict);

        broadcaster.Mark(poll.MeetingId);
        return new VoteAnswer(verdict, poll.Keys.Receipt(key));
    }
}
