using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions;

namespace Participatie.Web.Tests.Data;

public abstract class MigratorTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly Migration Streets = new("0001_streets", "create table streets (name text not null primary key);");
    private static readonly Migration Houses = new("0002_houses", "create table houses (number integer not null primary key);");
    private static readonly Migration Trees = new("0003_trees", "create table trees (kind text not null primary key);");

    private Migrator Migrator => new(Db, TimeProvider.System);

    [Fact]
    public async Task An_empty_database_gets_every_migration_in_order()
    {
        var applied = await Migrator.RunAsync(Ct);

        Assert.Equal(Migration.For(Kind == DatabaseKind.Postgres).Select(migration => migration.Name), applied);
        Assert.Equal(0, await Db.FindAsync<long>("select count(*) from polls", null, Ct));
    }

    [Fact]
    public async Task Decisions_from_before_the_register_stay_what_they_were()
    {
        var all = Migration.For(Db.IsPostgres());
        await Migrator.RunAsync([.. all.TakeWhile(migration => string.CompareOrdinal(migration.Name, "0011") < 0)], Ct);
        var meetingId = await Db.AddMeetingAsync(DateTimeOffset.UnixEpoch, Ct);
        foreach (var (text, hour) in new[] { ("Later", 2), ("Eerder", 1) })
        {
            await Db.ExecuteAsync(
                """
                insert into agenda_items (id, meeting_id, position, title, description, minutes, kind) values (@id, @meetingId, 1, 'Punt', '', 5, 'decide');
                insert into polls (id, meeting_id, item_id, question, method, binding, secret, state) values (@id, @meetingId, @id, @text, 'yesNoAbstain', @yes, @yes, 'released');
                insert into decisions (id, meeting_id, poll_id, text, result, decided_at) values (@id, @meetingId, @id, @text, 'adopted', @at);
                """,
                new { id = RowKey.New(), meetingId, text, yes = true, at = DateTimeOffset.UnixEpoch.AddHours(hour) },
                Ct);
        }

        await Migrator.RunAsync(all, Ct);

        var decisions = await new DecisionRegister(Db).OfMeetingAsync(meetingId, Ct);
        Assert.Equal([("Eerder", "adopted"), ("Later", "adopted")], decisions.Select(decision => (decision.Text, decision.Result)));
        Assert.NotNull((await new DecisionRegister(Db).FindAsync(decisions[0].Id, Ct))!.PollId);
    }

    [Fact]
    public async Task A_second_run_has_nothing_to_do()
    {
        await Migrator.RunAsync(Ct);

        Assert.Empty(await Migrator.RunAsync(Ct));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_apply_each_migration_once()
    {
        await using var other = Database.OpenAgain();
        var nodes = new[] { Migrator, new Migrator(other, TimeProvider.System) };

        var applied = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunAsync(Ct), Ct)));

        Assert.Equal(
            Migration.For(Kind == DatabaseKind.Postgres).Select(migration => migration.Name),
            applied.SelectMany(names => names).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind_and_the_ones_before_it_stand()
    {
        var broken = Houses with { Text = $"{Houses.Text} create table nonsense;" };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Migrator.RunAsync([Streets, broken], Ct));

        Assert.Equal([Houses.Name], await Migrator.RunAsync([Streets, Houses], Ct));
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_had_been_applied_is_named()
    {
        await Migrator.RunAsync([Streets, Houses], Ct);
        var changed = new Migration(Streets.Name, $"{Streets.Text} -- an afterthought");

        var fault = await Assert.ThrowsAsync<OperatorFault>(() => Migrator.RunAsync([changed, Houses], Ct));

        Assert.Equal("The migration '0001_streets' was changed after it had been applied: restore the original file.", fault.Message);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_by_the_name_of_what_is_missing()
    {
        await Migrator.RunAsync([Streets, Houses, Trees], Ct);

        var fault = await Assert.ThrowsAsync<OperatorFault>(() => Migrator.RunAsync([Streets, Houses], Ct));

        Assert.Equal("The database was made by a newer version: this program has no migration '0003_trees'.", fault.Message);
    }

    [Fact]
    public async Task A_file_that_was_added_before_an_applied_one_is_named()
    {
        await Migrator.RunAsync([Streets, Trees], Ct);

        var fault = await Assert.ThrowsAsync<OperatorFault>(() => Migrator.RunAsync([Streets, Houses, Trees], Ct));

        Assert.Equal("The migration '0002_houses' was added before '0003_trees', which is applied already: give it a higher number.", fault.Message);
    }

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.CreateEmptyAsync(Kind);

    public sealed class OnSqlite() : MigratorTests(DatabaseKind.Sqlite)
    {
        [Fact]
        public async Task An_upgrade_first_copies_the_file()
        {
            await Migrator.RunAsync([Streets], Ct);
            await Db.ExecuteAsync("insert into streets (name) values ('Afrikaanderplein')", null, Ct);

            await Migrator.RunAsync([Streets, Houses], Ct);

            await using var copy = SqliteDataSource.Create($"Data Source={Assert.Single(Backups)};Mode=ReadOnly;Pooling=False");
            Assert.Equal("Afrikaanderplein", await copy.FindAsync<string>("select name from streets", null, Ct));
            Assert.Equal(0, await copy.FindAsync<long>("select count(*) from sqlite_schema where name = 'houses'", null, Ct));
        }

        [Fact]
        public async Task The_copy_before_an_upgrade_does_not_tell_who_voted_what_in_a_secret_poll_that_is_open()
        {
            var all = Migration.For(postgres: false);
            await Migrator.RunAsync([.. all.Take(all.Count - 1)], Ct);
            var (named, hidden) = (RowKey.New(), RowKey.New());
            foreach (var (poll, secret) in new[] { (named, false), (hidden, true) })
                await Db.ExecuteAsync(OpenPollSql, new { poll, meetingId = await Db.AddMeetingAsync(DateTimeOffset.UnixEpoch, Ct), secret, bytes = poll.ToByteArray() }, Ct);

            await Migrator.RunAsync(all, Ct);

            Assert.Equal([hidden, named], (await Db.QueryAsync<Guid>("select poll_id from ballots", null, Ct)).OrderBy(poll => poll != hidden));
            var file = Assert.Single(Backups);
            await using var copy = SqliteDataSource.Create($"Data Source={file};Mode=ReadOnly;Pooling=False");
            Assert.Equal([named], await copy.QueryAsync<Guid>("select poll_id from ballots", null, Ct));
            var bytes = await File.ReadAllBytesAsync(file, Ct);
            Assert.NotEqual(-1, bytes.AsSpan().IndexOf(Marked(named)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Marked(hidden)));
        }

        /// <summary>What stands in the ballot and in the secret of a poll.</summary>
        private static byte[] Marked(Guid poll) => [.. poll.ToByteArray(), .. poll.ToByteArray()];

        private const string OpenPollSql =
            """
            insert into agenda_items (id, meeting_id, position, title, description, minutes, kind) values (@poll, @meetingId, 1, 'Punt', '', 5, 'decide');
            insert into polls (id, meeting_id, item_id, question, method, binding, secret, state) values (@poll, @meetingId, @poll, 'Ja?', 'yesNoAbstain', @secret, @secret, 'open');
            insert into ballot_secrets (poll_id, secret) values (@poll, @bytes || @bytes);
            insert into ballots (poll_id, ballot_key, attempt, choices) values (@poll, @bytes || @bytes, 1, '{}');
            """;

        [Fact]
        public async Task A_first_start_and_a_start_without_upgrade_copy_nothing()
        {
            await Migrator.RunAsync([Streets], Ct);
            await Migrator.RunAsync([Streets], Ct);

            Assert.Empty(Backups);
        }

        private string[] Backups
        {
            get
            {
                var file = new FileInfo(((SqliteDataSource)Db).File);
                return Directory.GetFiles(file.DirectoryName!, $"{file.Name}.*.backup");
            }
        }
    }

    public sealed class OnPostgres() : MigratorTests(DatabaseKind.Postgres);
}
