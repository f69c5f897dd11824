using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Polls;

/// <summary>After a secret poll has closed nothing ties a person to a choice.</summary>
public abstract class SecrecyTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task Closing_a_secret_poll_destroys_the_ballots_as_cast_and_their_key()
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        await Hall.CloseAsync(poll);

        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
        Assert.Equal(0, await Hall.CountAsync("ballot_secrets", poll));
        Assert.Equal(1, await Hall.CountAsync("counted_ballots", poll));
    }

    [Fact]
    public async Task Closing_an_open_poll_keeps_who_voted_what_as_it_was_announced()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        await Hall.CloseAsync(poll);

        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
        Assert.Equal(1, await Hall.CountAsync("ballot_secrets", poll));
    }

    [Fact]
    public async Task Counted_ballots_and_receipts_stand_in_orders_that_tell_nothing_of_the_casting()
    {
        var poll = await Hall.OpenPollAsync();
        var receipts = new List<string>();
        for (var turn = 0; turn < 40; turn++)
            receipts.Add((await Hall.VoteAsync(poll, Guid.NewGuid(), turn < 20 ? 0 : 1)).Receipt!);

        await Hall.CloseAsync(poll);

        var counted = await Hall.Server.Db.QueryAsync<string>("select choices from counted_ballots where poll_id = @poll order by position", new { poll }, Ct);
        var published = await Hall.Server.Db.QueryAsync<string>("select code from receipts where poll_id = @poll order by position", new { poll }, Ct);
        Assert.NotEqual(Enumerable.Range(0, 40).Select(turn => turn < 20 ? "0" : "1"), counted);
        Assert.NotEqual(receipts, published);
        Assert.Equal(receipts.Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_column_of_a_ballot_holds_a_person_a_time_or_an_address()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        var columns = await Hall.Server.Db.ColumnsAsync("ballots", Ct);

        Assert.Equal(["attempt", "ballot_key", "channel", "choices", "poll_id", "stack_id"], columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_the_closing_the_server_itself_does_not_know_its_voters_choice()
    {
        var voter = Guid.NewGuid();
        var poll = await Hall.OpenPollAsync();
        await Hall.VoteAsync(poll, voter, 0);
        Assert.NotNull(await Hall.Get<OwnBallots>().FindAsync(poll, voter));

        await Hall.CloseAsync(poll);

        Assert.Null(await Hall.Get<OwnBallots>().FindAsync(poll, voter));
    }

    public sealed class OnSqlite() : SecrecyTests(DatabaseKind.Sqlite)
    {
        [Fact]
        public async Task Neither_the_file_nor_its_journal_holds_a_key_or_a_ballot_as_cast()
        {
            var poll = await Hall.OpenPollAsync();
            for (var turn = 0; turn < 30; turn++)
                await Hall.VoteAsync(poll, Guid.NewGuid(), turn % 3);
            var traces = (await Hall.Server.Db.QueryAsync<byte[]>("select ballot_key from ballots", null, Ct))
                .Append((await Hall.Server.Db.FindAsync<byte[]>("select secret from ballot_secrets", null, Ct))!)
                .ToList();
            Assert.Equal(traces.Count, FoundIn(await FilesAsync(), traces)); // the search itself works

            await Hall.CloseAsync(poll);

            Assert.Equal(0, FoundIn(await FilesAsync(), traces));
        }

        private static int FoundIn(byte[] files, List<byte[]> traces) => traces.Count(trace => files.AsSpan().IndexOf(trace) >= 0);

        private async Task<byte[]> FilesAsync()
        {
            var file = ((SqliteDataSource)Hall.Server.Db).File;
            var all = new MemoryStream();
            foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
            {
                await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await stream.CopyToAsync(all, Ct);
            }

            return all.ToArray();
        }
    }

    public sealed class OnPostgres() : SecrecyTests(DatabaseKind.Postgres)
    {
        [Fact]
        public async Task All_counted_ballots_come_from_one_transaction()
        {
            var poll = await Hall.OpenPollAsync();
            for (var turn = 0; turn < 10; turn++)
                await Hall.VoteAsync(poll, Guid.NewGuid(), turn % 3);

            await Hall.CloseAsync(poll);

            Assert.Equal(1, await Hall.Server.Db.FindAsync<long>("select count(distinct xmin::text) from counted_ballots", null, Ct));
            Assert.Equal(1, await Hall.Server.Db.FindAsync<long>("select count(distinct xmin::text) from receipts", null, Ct));
        }
    }
}
