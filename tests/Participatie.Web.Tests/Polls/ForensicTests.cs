using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Polls;

/// <summary>Somebody gets hold of the machine after a secret poll has closed, and looks deeper than the program does.</summary>
public abstract class ForensicTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly List<Guid> voters = [];

    [Fact]
    public async Task A_vote_changes_nothing_but_the_ballots_so_no_other_table_knows_who_voted_when()
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        await VoteAsync(poll, 3);
        var before = await Hall.Server.Db.AllRowsAsync(Ct);

        await VoteAsync(poll, 1);
        await Hall.VoteAsync(poll, voters[0], 2, attempt: 2);

        var after = await Hall.Server.Db.AllRowsAsync(Ct);
        Assert.NotEqual(before["ballots"], after["ballots"]); // the comparison itself works
        // A batch of ballots takes the row of their poll, which then notes the last batch and nobody in it.
        foreach (var table in before.Keys.Where(table => table is not ("ballots" or "polls")))
            Assert.Equal(before[table], after[table]);
        Assert.Equal(WithoutNotes(before["polls"]), WithoutNotes(after["polls"]));
    }

    [Fact]
    public async Task After_the_closing_no_row_holds_a_key_nor_a_person_beside_anything_but_a_pass()
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        await VoteAsync(poll, 9);
        var traces = (await TracesAsync(poll)).ConvertAll(Convert.ToHexStringLower);
        var open = await Hall.Server.Db.AllRowsAsync(Ct);
        Assert.All(traces, trace => Assert.Contains(open["ballots"].Concat(open["ballot_secrets"]), row => row.Contains(trace, StringComparison.Ordinal))); // the search itself works

        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);

        var rows = await Hall.Server.Db.AllRowsAsync(Ct);
        Assert.DoesNotContain(rows.Values.SelectMany(lines => lines), row => traces.Exists(trace => row.Contains(trace, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            rows.Where(table => table.Key is not "passes").SelectMany(table => table.Value),
            row => voters.Exists(voter => row.Contains(voter.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Counted_ballots_and_receipts_stand_in_the_storage_as_they_were_shuffled_and_all_came_at_once()
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        await VoteAsync(poll, 130);

        await Hall.CloseAsync(poll);

        var place = Hall.Server.Db.IsPostgres() ? "ctid" : "rowid";
        foreach (var table in (string[])["counted_ballots", "receipts"])
        {
            var positions = await Hall.Server.Db.QueryAsync<int>($"select position from {table} order by {place}", null, Ct);
            Assert.Equal(Enumerable.Range(0, 130), positions);
        }
    }

    /// <summary>The ballots of a named poll stay, in the same pages that the secret ones were in.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_byte_of_the_storage_holds_a_key_or_a_ballot_as_cast(bool amongNamedBallots)
    {
        var poll = await HoldAsync(amongNamedBallots);
        var traces = await TracesAsync(poll);
        Assert.Equal(traces.Count, (await Hall.Server.Db.AllBytesAsync(Ct)).Count(traces)); // the search itself works

        await Hall.CloseAsync(poll);

        Assert.Equal(0, (await Hall.Server.Db.AllBytesAsync(Ct)).Count(traces));
    }

    private async Task<Guid> HoldAsync(bool amongNamedBallots)
    {
        if (amongNamedBallots)
        {
            var named = await Hall.OpenPollAsync(secret: false);
            await VoteAsync(named, 60);
            await Hall.CloseAsync(named);
        }

        var poll = await Hall.OpenPollAsync(secret: true);
        await VoteAsync(poll, 60);
        return poll;
    }

    private async Task VoteAsync(Guid poll, int number)
    {
        for (var turn = 0; turn < number; turn++)
        {
            voters.Add(voters.Count < 2 ? await Hall.NewPassHolderAsync() : Guid.NewGuid());
            Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, voters[^1], turn % 3)).Verdict);
        }
    }

    /// <summary>What would lead from a person to a ballot: the key of the poll, and the key of each ballot.</summary>
    private async Task<List<byte[]>> TracesAsync(Guid poll) =>
    [
        .. await Hall.Server.Db.QueryAsync<byte[]>("select ballot_key from ballots where poll_id = @poll", new { poll }, Ct),
        (await Hall.Server.Db.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @poll", new { poll }, Ct))!,
    ];

    private static IEnumerable<string> WithoutNotes(List<string> rows) => rows.Select(row => row.Split('|', 3)[^1]).Order(StringComparer.Ordinal);

    public sealed class OnSqlite() : ForensicTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ForensicTests(DatabaseKind.Postgres)
    {
        [Fact]
        public async Task Somebody_who_still_reads_an_older_state_keeps_no_ballot_alive()
        {
            var poll = await HoldAsync(amongNamedBallots: true);
            var traces = await TracesAsync(poll);
            await using var reader = await Hall.Server.Db.OpenConnectionAsync(Ct);
            await using var reading = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Ct);
            await reading.FindAsync<long>("select count(*) from meetings", null, Ct);

            await Hall.CloseAsync(poll);

            Assert.Equal(0, (await Hall.Server.Db.AllBytesAsync(Ct)).Count(traces));
        }

        [Fact]
        public async Task A_backup_that_holds_the_table_delays_the_cleaning_but_not_the_closing()
        {
            var poll = await HoldAsync(amongNamedBallots: true);
            var traces = await TracesAsync(poll);
            await using (var backup = await Hall.Server.Db.OpenConnectionAsync(Ct))
            await using (var running = await backup.BeginTransactionAsync(Ct))
            {
                await running.FindAsync<long>("select count(*) from ballots", null, Ct);
                Assert.Equal(PollStep.Done, await Hall.CloseAsync(poll));
            }

            await Hall.Get<Scrubber>().RunAsync();

            Assert.Equal(0, (await Hall.Server.Db.AllBytesAsync(Ct)).Count(traces));
        }

        [Fact]
        public async Task Samples_of_the_planner_hold_no_key()
        {
            var poll = await HoldAsync(amongNamedBallots: true);
            var traces = await TracesAsync(poll);
            await Hall.Server.Db.ExecuteAsync("analyze ballots; analyze ballot_secrets", null, Ct);

            await Hall.CloseAsync(poll);

            Assert.Equal(0, (await Hall.Server.Db.AllBytesAsync(Ct)).Count(traces));
        }
    }
}
