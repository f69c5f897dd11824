using System.Data.Common;
using Microsoft.Extensions.Logging;
using Participatie.Web.Data;
using Participatie.Web.Polls;

namespace Participatie.LoadTest.Floor;

/// <summary>A row on its way to the database.</summary>
internal sealed record FloorBallot(Guid PollId, byte[] Key, long Attempt, string Choices);

/// <summary>The least that keeps a vote: whatever has gathered is stored in one transaction, as the real one does. No rule is checked.</summary>
internal sealed class FloorBox(DbDataSource db, ILogger<FloorBox> log) : GroupCommit<FloorBallot, bool>(db, log)
{
    public const string CreateSql =
        """
        create table if not exists ballots (
            poll_id     uuid    not null,
            ballot_key  bytea   not null,
            attempt     bigint  not null,
            choices     text    not null,
            primary key (poll_id, ballot_key)
        )
        """;

    public Task PutAsync(FloorBallot ballot) => DoAsync(ballot);

    protected override IReadOnlyList<bool> Store(DbTransaction tx, IReadOnlyList<FloorBallot> batch)
    {
        tx.ExecuteTogether(StoreSql, shared: null, batch, "ballot_key", static ballot => ballot.Key, BallotKeys.Equality);
        return [.. batch.Select(static _ => true)];
    }

    private const string StoreSql =
        """
        insert into ballots (poll_id, ballot_key, attempt, choices)
        select PollId, Key, Attempt, Choices
        from   given
        where  true
        on conflict (poll_id, ballot_key) do update set attempt = excluded.attempt, choices = excluded.choices
        """;
}
