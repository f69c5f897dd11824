using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public abstract class EventLogTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 19, 30, 0, 123, 456, TimeSpan.FromHours(1));

    private Guid meetingId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meetingId = await Db.AddMeetingAsync(Evening, Ct);
    }

    [Fact]
    public async Task Deeds_are_numbered_and_each_carries_the_hash_of_the_one_before()
    {
        await AppendAsync("meetingOpened", "itemStarted", "pollOpened");

        var events = await Db.EventsAsync(meetingId, Ct);

        Assert.Equal([1, 2, 3], events.Select(entry => entry.Number));
        Assert.Equal(["meetingOpened", "itemStarted", "pollOpened"], events.Select(entry => entry.Kind));
        Assert.Empty(events[0].PreviousHash);
        Assert.Equal(events[0].Hash, events[1].PreviousHash);
        Assert.Equal(events[1].Hash, events[2].PreviousHash);
        Assert.Null(EventLog.FirstBroken(events));
    }

    [Fact]
    public async Task A_deed_comes_back_as_it_was_written_to_the_millisecond_in_universal_time()
    {
        await AppendAsync("meetingOpened");

        var entry = Assert.Single(await Db.EventsAsync(meetingId, Ct));

        Assert.Equal(new DateTimeOffset(2026, 3, 12, 18, 30, 0, 123, TimeSpan.Zero), entry.RecordedAt);
        Assert.Equal("Samira \"Sam\" de Vries", entry.Actor);
        Assert.Equal(new Note("één café"), entry.Read<Note>());
    }

    [Fact]
    public async Task Every_deed_raises_the_revision_of_its_meeting()
    {
        await AppendAsync("meetingOpened", "itemStarted");

        Assert.Equal(2, await Db.FindAsync<long>("select revision from meetings where id = @meetingId", new { meetingId }, Ct));
    }

    [Fact]
    public async Task A_deed_of_a_transaction_that_fails_was_never_done()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Db.TransactAsync<bool>(
            async tx =>
            {
                await tx.AppendAsync(Deed("meetingOpened"), Ct);
                throw new TimeoutException();
            },
            Ct));

        Assert.Empty(await Db.EventsAsync(meetingId, Ct));
    }

    [Theory]
    [InlineData("actor = 'Somebody else'")]
    [InlineData("data = '{\"text\":\"forged\"}'")]
    [InlineData("kind = 'pollClosed'")]
    [InlineData("recorded_at = '2020-01-01 00:00:00+00:00'")]
    public async Task A_changed_deed_is_found(string change)
    {
        await AppendAsync("meetingOpened", "itemStarted", "pollOpened");

        await Db.ExecuteAsync($"update events set {change} where number = 2", null, Ct);

        Assert.Equal(2, EventLog.FirstBroken(await Db.EventsAsync(meetingId, Ct)));
    }

    [Fact]
    public async Task A_changed_deed_with_a_new_hash_breaks_the_one_after_it()
    {
        await AppendAsync("meetingOpened", "itemStarted", "pollOpened");
        var second = (await Db.EventsAsync(meetingId, Ct))[1] with { Actor = "Somebody else" };

        await Db.ExecuteAsync("update events set actor = @Actor, hash = @Hash where number = 2", second with { Hash = second.ComputeHash() }, Ct);

        Assert.Equal(3, EventLog.FirstBroken(await Db.EventsAsync(meetingId, Ct)));
    }

    [Fact]
    public async Task A_removed_deed_is_found()
    {
        await AppendAsync("meetingOpened", "itemStarted", "pollOpened");

        await Db.ExecuteAsync("delete from events where number = 1", null, Ct);

        Assert.Equal(2, EventLog.FirstBroken(await Db.EventsAsync(meetingId, Ct)));
    }

    [Fact]
    public async Task Deeds_of_two_nodes_at_once_all_land_in_one_chain()
    {
        await using var other = Database.OpenAgain();
        var nodes = new[] { Db, other };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(
            () => nodes[turn % 2].TransactAsync(async tx => { await tx.AppendAsync(Deed("itemStarted"), Ct); return true; }, Ct), Ct)));

        var events = await Db.EventsAsync(meetingId, Ct);
        Assert.Equal(20, events.Count);
        Assert.Null(EventLog.FirstBroken(events));
    }

    private async Task AppendAsync(params string[] kinds)
    {
        foreach (var deed in kinds.Select(Deed))
            await Db.TransactAsync(async tx => { await tx.AppendAsync(deed, Ct); return true; }, Ct);
    }

    private Deed Deed(string deed) => new(meetingId, "Samira \"Sam\" de Vries", deed, new Note("één café"), Evening);

    private sealed record Note(string Text);

    public sealed class OnSqlite() : EventLogTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : EventLogTests(DatabaseKind.Postgres);
}
