using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Aids;

namespace Participatie.Web.Verification;

/// <summary>A closed poll with all that its result follows from.</summary>
/// <param name="Card">Null when what is kept of the poll cannot be read.</param>
public sealed record ClosedPoll(Guid Id, PollCard? Card, IReadOnlyList<string> Ballots, int Receipts);

/// <summary>Counts every closed poll again and compares its rules and its outcome with what the log says.</summary>
public sealed class VerifyResults(DbDataSource db, PollStore polls, CountedBallots counted)
{
    public async Task<IReadOnlyList<ClosedPoll>> ReadAsync(Guid meetingId, CancellationToken ct)
    {
        var closed = new List<ClosedPoll>();
        foreach (var id in await db.QueryAsync<Guid>(ClosedSql, new { meetingId }, ct))
            closed.Add(new ClosedPoll(id, await FindAsync(id, ct), await counted.OfAsync(id, ct), (await counted.ReceiptsAsync(id, ct)).Count));
        return closed;
    }

    private const string ClosedSql =
        """
        select   id
        from     polls
        where    meeting_id = @meetingId and state in ('closed', 'released') and withdrawn_at is null
        order by id
        """;

    private async Task<PollCard?> FindAsync(Guid id, CancellationToken ct)
    {
        try
        {
            return await polls.FindAsync(id, ct);
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            return null;
        }
    }

    public static Finding Check(IReadOnlyList<ClosedPoll> polls, VerifyLog log) =>
        new(polls.Count, [.. polls.SelectMany(poll => Faults(poll, log)).Select(fault => $"{fault}.")]);

    private static List<string> Faults(ClosedPoll poll, VerifyLog log)
    {
        try
        {
            return poll.Card is { Rules.Method: not null } card
                ? [.. Faults(card, poll, [.. log.Deeds<PollDeed>().Where(deed => deed.PollId == poll.Id)]).Select(fault => $"{Name(card)}: {fault}")]
                : [$"Poll {poll.Id}: what is kept of it cannot be read"];
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            return [$"Poll {poll.Id}: its ballots or its outcome cannot be read"];
        }
    }

    /// <summary>Whoever tampers may write anything, and whatever the program stumbles over then is a finding.</summary>
    private static bool IsOfContent(Exception fault) => fault is not (DbException or OperationCanceledException);

    private static string Name(PollCard poll) => $"Poll {poll.Id} ('{poll.Question.ReplaceLineEndings(" ")}')";

    private static IEnumerable<string> Faults(PollCard card, ClosedPoll poll, List<PollDeed> log)
    {
        if (log.FirstOrDefault() is not { } opened)
            yield return "the log does not know it";
        else if (!Same(Frozen(opened), Frozen(AsFarAs(opened, card.ToDeed()))))
            yield return "its rules are not the ones that were frozen in the log when it opened";

        if (poll.Receipts != poll.Ballots.Count)
            yield return $"it has {poll.Ballots.Count} counted ballots and {poll.Receipts} receipts, which must be as many";

        if (card.Outcome is not { } outcome)
        {
            yield return "it is closed, but has no outcome";
            yield break;
        }

        var ballots = poll.Ballots.Select(BallotText.Read).ToList();
        if (!ballots.TrueForAll(ballot => card.Rules.Method.Accepts(ballot, card.Rules.Options.Count)))
            yield return "it holds a ballot that cannot be valid";
        else if (!Same(outcome, card.Rules.Count(ballots, outcome.Electorate, outcome.Lots) with { Channels = outcome.Channels }))
            yield return "its outcome is not what its counted ballots say";

        if (outcome.Channels.Count > 0 && outcome.Channels.Values.Sum() != ballots.Count)
            yield return "its channels do not add up to its counted ballots";

        if (log.LastOrDefault(deed => deed.Outcome is not null) is not { } decided)
            yield return "the log holds no outcome of it";
        else if (!Same(outcome, decided.Outcome))
            yield return "its outcome is not the one in the log";
    }

    /// <summary>A log from before there were settings says nothing of them.</summary>
    private static PollDeed AsFarAs(PollDeed opened, PollDeed present) => opened.Settings is null ? present with { Settings = null } : present;

    /// <summary>What may not change once people vote. A log from before there were translations or pictures says nothing of them.</summary>
    private static object Frozen(PollDeed deed) => new
    {
        deed.Question,
        deed.Method,
        deed.Settings,
        deed.Quorum,
        deed.Options,
        Translations = deed.Translations ?? new Dictionary<string, PollTranslation>(StringComparer.Ordinal),
        Aids = deed.Aids ?? PollAids.None,
        deed.Binding,
        deed.Secret,
    };

    /// <summary>Equal as they are written down; records that hold lists are not equal by themselves.</summary>
    private static bool Same<T>(T one, T other) => string.Equals(Json.Write(one), Json.Write(other), StringComparison.Ordinal);
}
