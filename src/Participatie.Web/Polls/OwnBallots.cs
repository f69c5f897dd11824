using System.Data;
using System.Data.Common;
using Dapper;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>What a voter's own phone may show of the ballot it cast.</summary>
/// <param name="Attempt">The attempt that is stored; a new choice takes the next number.</param>
public sealed record OwnBallot(Guid PollId, IReadOnlyList<Choice> Choices, string Receipt, long Attempt);

/// <summary>Finds a voter's own ballot while the poll is open. After a secret poll has closed nobody can, the server included.</summary>
public sealed class OwnBallots
{
    private readonly DbDataSource db;
    private readonly LivePolls polls;
    private readonly PassHolders holders;
    private readonly Lookups<OwnKey, BallotRow> lookups;

    public OwnBallots(DbDataSource db, LivePolls polls, PassHolders holders)
    {
        (this.db, this.polls, this.holders) = (db, polls, holders);
        lookups = new Lookups<OwnKey, BallotRow>(ReadAsync);
    }

    public async Task<OwnBallot?> FindAsync(Guid pollId, Guid participant)
    {
        if (await polls.FindAsync(pollId) is not { } poll)
            return null;

        var pass = await holders.FindAsync(poll.MeetingId, participant);
        var key = poll.Keys.Of(pass?.Id ?? participant);
        var row = await lookups.FindAsync(new OwnKey(pollId, Convert.ToHexString(key)));
        return row is null ? null : new OwnBallot(pollId, Shown(row), poll.Keys.Receipt(key), row.Attempt);
    }

    /// <summary>What was voted on paper is shown to nobody: in a secret poll it is only known in piles.</summary>
    private static IReadOnlyList<Choice> Shown(BallotRow row) => row.StackId is null ? BallotText.Read(row.Choices) : [];

    private async Task<IReadOnlyDictionary<OwnKey, BallotRow>> ReadAsync(IReadOnlyList<OwnKey> keys)
    {
        var found = new Dictionary<OwnKey, BallotRow>();
        foreach (var poll in keys.GroupBy(key => key.PollId, key => Convert.FromHexString(key.Key)))
        {
            var args = new DynamicParameters();
            args.Add("pollId", poll.Key, DbType.Guid);
            var sql = $"{ReadSql} ({InList.Of(args, [.. poll], DbType.Binary)})";
            foreach (var row in await db.QueryAsync<BallotRow>(sql, args, CancellationToken.None))
                found[new OwnKey(poll.Key, Convert.ToHexString(row.BallotKey))] = row;
        }

        return found;
    }

    private const string ReadSql = "select ballot_key, attempt, choices, stack_id from ballots where poll_id = @pollId and ballot_key in";

    private readonly record struct OwnKey(Guid PollId, string Key);

    private sealed record BallotRow(byte[] BallotKey, long Attempt, string Choices, Guid? StackId);
}
