using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls.Doors;

/// <summary>A member of staff who enters or confirms ballots.</summary>
public sealed record Counter(Guid Id, string Name);

/// <summary>What became of ballots that were entered by hand.</summary>
public enum BallotEntry
{
    Done,

    /// <summary>The poll is not open (any more), or the hands have been counted already.</summary>
    Closed,

    /// <summary>Passes that do not exist, or are not valid in this poll.</summary>
    UnknownPasses,

    /// <summary>Passes that have voted already.</summary>
    VotedAlready,

    /// <summary>More hands than there are people who may still vote.</summary>
    TooManyHands,

    /// <summary>Hands are counted in an open poll only.</summary>
    SecretPoll,

    /// <summary>A ballot that is not possible in this poll, or none at all.</summary>
    InvalidBallots,
}

/// <summary>The answer to whoever entered ballots.</summary>
/// <param name="Passes">The passes that are in the way.</param>
public sealed record EntryAnswer(BallotEntry Outcome, params IReadOnlyList<string> Passes);

/// <summary>
/// Enters ballots that were cast on paper or with raised hands. They take their place in the ballot box at once, so that no
/// pass votes twice; the poll closes only when somebody else has confirmed them.
/// </summary>
public sealed class EnterBallots(DbDataSource db, PollStore polls, Passes passes, Feed feed, TimeProvider clock)
{
    /// <summary>
    /// Enters paper ballots. In a secret poll it may be any order: which of the given ballots goes with which of the given
    /// passes is drawn by lot, because the count needs only the numbers.
    /// </summary>
    /// <param name="codes">The pass on each ballot.</param>
    /// <param name="ballots">As many ballots.</param>
    public async Task<EntryAnswer> PaperAsync(
        Guid pollId, IReadOnlyList<string> codes, IReadOnlyList<IReadOnlyList<Choice>> ballots, Counter counter, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { OpenedAt: { } opened } poll)
            return new EntryAnswer(BallotEntry.Closed);

        var (found, unknown) = await FindAsync(poll, opened, codes, ct);
        if (unknown.Count > 0)
            return new EntryAnswer(BallotEntry.UnknownPasses, unknown);
        var texts = Write(ballots);
        if (poll.Rules.Secret)
            RandomNumberGenerator.Shuffle(texts.AsSpan());
        return await EnterAsync(poll, Channel.Paper, ballots, keys => [.. found.Zip(texts, (pass, text) => new Paper(keys.Of(pass.Id), text, pass))], counter, ct);
    }

    /// <summary>Enters raised hands: the last thing that happens in a poll, because a hand has no pass.</summary>
    public async Task<EntryAnswer> HandsAsync(Guid pollId, IReadOnlyList<IReadOnlyList<Choice>> ballots, Counter counter, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll)
            return new EntryAnswer(BallotEntry.Closed);
        if (poll.Rules.Secret)
            return new EntryAnswer(BallotEntry.SecretPoll);
        return await EnterAsync(poll, Channel.Hands, ballots, _ => [.. Write(ballots).Select(text => new Paper(BallotKeys.OfNobody(), text, Pass: null))], counter, ct);
    }

    private async Task<EntryAnswer> EnterAsync(
        PollCard poll, Channel channel, IReadOnlyList<IReadOnlyList<Choice>> ballots, Func<BallotKeys, IReadOnlyList<Paper>> papers, Counter counter, CancellationToken ct)
    {
        if (ballots.Count == 0 || !ballots.All(ballot => poll.Rules.Method.Accepts(ballot, poll.Rules.Options.Count)))
            return new EntryAnswer(BallotEntry.InvalidBallots);

        var answer = await db.TransactAsync(tx => EnterAsync(tx, poll, channel, papers, counter, ct), ct);
        if (answer.Outcome == BallotEntry.Done)
            await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return answer;
    }

    private async Task<EntryAnswer> EnterAsync(
        DbTransaction tx, PollCard poll, Channel channel, Func<BallotKeys, IReadOnlyList<Paper>> write, Counter counter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(poll.MeetingId, ct);
        if (await tx.ExecuteAsync(BallotBox.HoldOpenSql, new { PollId = poll.Id }, ct) == 0
            || await tx.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @Id", poll, ct) is not { } secret)
            return new EntryAnswer(BallotEntry.Closed);

        var papers = write(new BallotKeys(secret));
        if (channel == Channel.Hands && poll.Rules.Binding && papers.Count > await tx.FindAsync<int>(NotVotedSql, poll, ct))
            return new EntryAnswer(BallotEntry.TooManyHands);
        if (await VotedAsync(tx, poll.Id, papers, ct) is { Count: > 0 } voted)
            return new EntryAnswer(BallotEntry.VotedAlready, voted);

        var stackId = await OpenStackAsync(tx, poll.Id, channel, counter, now, ct);
        await tx.ExecuteEachAsync(InsertSql, [.. papers.Select(paper => new { pollId = poll.Id, paper.Key, paper.Text, stackId, channel = channel.Stored() })], ct);
        await tx.ExecuteEachAsync(AdmitSql, [.. papers.Select(paper => paper.Pass).OfType<FoundPass>().OrderBy(pass => pass.Id).Select(pass => new { pass.Id, nobody = Guid.NewGuid() })], ct);
        await tx.AppendAsync(new Deed(poll.MeetingId, counter.Name, Deeds.StackEntered, new StackDeed(poll.Id, channel, papers.Count), now), ct);
        return new EntryAnswer(BallotEntry.Done);
    }

    /// <summary>People who may vote and have not. It holds the poll, so nobody votes in between.</summary>
    private const string NotVotedSql =
        """
        select (select count(*) from passes where meeting_id = @MeetingId and voided_at is null and issued_at <= @OpenedAt)
             - (select count(*) from ballots where poll_id = @Id)
        """;

    /// <summary>A pass that votes on paper is in use, by nobody's phone.</summary>
    private const string AdmitSql = "update passes set participant_id = @nobody where id = @Id and participant_id is null";

    private const string InsertSql =
        """
        insert into ballots (poll_id, ballot_key, attempt, choices, channel, stack_id)
        values (@pollId, @Key, 0, @Text, @channel, @stackId)
        """;

    private static async Task<List<string>> VotedAsync(DbTransaction tx, Guid pollId, IReadOnlyList<Paper> papers, CancellationToken ct)
    {
        var voted = new List<string>();
        foreach (var paper in papers)
        {
            if (paper.Pass is { } pass && await tx.FindAsync<int>(VotedSql, new { pollId, paper.Key }, ct) > 0)
                voted.Add(pass.Code);
        }

        return voted;
    }

    private const string VotedSql = "select count(*) from ballots where poll_id = @pollId and ballot_key = @Key";

    /// <summary>Whoever enters ballots one by one adds them to one stack, until somebody confirms it.</summary>
    private static async Task<Guid> OpenStackAsync(DbTransaction tx, Guid pollId, Channel channel, Counter counter, DateTimeOffset now, CancellationToken ct)
    {
        var args = new { id = RowKey.New(), pollId, channel = channel.Stored(), by = counter.Id, now };
        if (await tx.FindAsync<Guid?>(OwnOpenSql, args, ct) is { } known)
            return known;
        await tx.ExecuteAsync("insert into stacks (id, poll_id, channel, entered_by, entered_at) values (@id, @pollId, @channel, @by, @now)", args, ct);
        return args.id;
    }

    private const string OwnOpenSql =
        """
        select   id
        from     stacks
        where    poll_id = @pollId and channel = @channel and entered_by = @by and confirmed_by is null
        order by id
        limit    1
        """;

    private async Task<(List<FoundPass> Found, List<string> Unknown)> FindAsync(
        PollCard poll, DateTimeOffset opened, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var (found, unknown) = (new List<FoundPass>(), new List<string>());
        foreach (var code in codes)
        {
            var pass = await passes.FindAsync(Codes.Normalize(code), ct);
            if (pass is null || pass.MeetingId != poll.MeetingId || pass.IssuedAt > opened || found.Exists(other => other.Id == pass.Id))
                unknown.Add(code);
            else
                found.Add(new FoundPass(pass.Id, code));
        }

        return (found, unknown);
    }

    private static string[] Write(IReadOnlyList<IReadOnlyList<Choice>> ballots) => [.. ballots.Select(BallotText.Write)];

    private sealed record FoundPass(Guid Id, string Code);

    private sealed record Paper(byte[] Key, string Text, FoundPass? Pass);
}
