using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Minutes;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Verification;

/// <summary>A meeting with a result and minutes, and somebody who gets at the database itself.</summary>
public abstract class VerifyTests(DatabaseKind kind) : HallTests(kind)
{
    private Guid poll;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        poll = await Hall.OpenPollAsync(secret: true);
        foreach (var option in (int[])[0, 0, 0, 1, 2])
            await Hall.VoteAsync(poll, Guid.NewGuid(), option);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        await Hall.CloseMeetingAsync();
        await Hall.Minutes.PublishAsync("# Verslag");
    }

    [Fact]
    public async Task What_nobody_touched_is_in_order()
    {
        var findings = await Hall.Get<Verify>().RunAsync(Ct);

        Assert.Empty(findings.Faults);
        Assert.Equal((1, 9, 1, 1), (findings.Meetings, findings.Events, findings.Minutes, findings.Results));
    }

    [Theory]
    [InlineData("update events set actor = 'Nobody' where number = 2", "breaks at event 2")]
    [InlineData("update events set data = 'no json' where kind = 'pollReleased'", "breaks at event 5")]
    [InlineData("delete from events where number = 3", "breaks at event 4")]
    [InlineData("delete from events where kind in ('pollClosed', 'pollReleased', 'meetingClosed', 'minutesPublished')", "the log holds no outcome of it")]
    [InlineData("delete from events where kind = 'minutesPublished'", "the fingerprint of its minutes, version 1, is not the one in its log")]
    [InlineData("delete from minutes_versions", "minutes were published, version 1, but they are gone")]
    [InlineData("update minutes_versions set html = 'Anders'", "what readers see of its minutes, version 1, is not what was published")]
    [InlineData("update minutes_versions set version = 2", "the fingerprint of its minutes, version 2, is not the one in its log")]
    [InlineData("update minutes_versions set markdown = 'Anders'", "its minutes, version 1, do not have the fingerprint")]
    [InlineData("update minutes_versions set sha256 = ''", "its minutes, version 1, do not have the fingerprint")]
    [InlineData("update counted_ballots set choices = '1' where choices = '0'", "its outcome is not what its counted ballots say")]
    [InlineData("update counted_ballots set choices = '0' where choices = '2'", "its outcome is not what its counted ballots say")]
    [InlineData("update counted_ballots set choices = '7' where choices = '2'", "it holds a ballot that cannot be valid")]
    [InlineData("update counted_ballots set choices = 'ja' where choices = '2'", "its ballots or its outcome cannot be read")]
    [InlineData("delete from counted_ballots where choices = '2'", "it has 4 counted ballots and 5 receipts")]
    [InlineData("delete from receipts where position = 0", "it has 5 counted ballots and 4 receipts")]
    [InlineData("update polls set outcome = replace(outcome, '[3,1,1]', '[3,2,0]')", "its outcome is not what its counted ballots say")]
    [InlineData("update polls set outcome = replace(outcome, '\"present\":0', '\"present\":9')", "its outcome is not the one in the log")]
    [InlineData("update polls set outcome = 'no json'", "what is kept of it cannot be read")]
    [InlineData("update polls set outcome = '{}'", "its ballots or its outcome cannot be read")]
    [InlineData("update polls set outcome = null", "it is closed, but has no outcome")]
    [InlineData("update polls set method = 'dictator'", "what is kept of it cannot be read")]
    [InlineData("update polls set question = 'Komt er een weg?'", "its rules are not the ones that were frozen")]
    [InlineData("update polls set secret = false", "its rules are not the ones that were frozen")]
    [InlineData("update poll_options set text = 'Misschien' where position = 1", "its rules are not the ones that were frozen")]
    public async Task What_was_changed_afterwards_is_named(string tampering, string fault)
    {
        await Hall.Server.Db.ExecuteAsync(tampering, null, Ct);

        var findings = await Hall.Get<Verify>().RunAsync(Ct);

        var sentence = Assert.Single(findings.Faults, found => found.Contains(fault, StringComparison.Ordinal));
        Assert.StartsWith(sentence.StartsWith("Poll", StringComparison.Ordinal) ? $"Poll {poll}" : $"Meeting {Hall.MeetingId}", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_was_forged_together_with_its_ballots_does_not_fit_the_log()
    {
        await Hall.Server.Db.ExecuteAsync(
            """
            update counted_ballots set choices = '0' where choices = '2';
            update polls set outcome = replace(outcome, '[3,1,1]', '[4,1,0]');
            """,
            null,
            Ct);

        Assert.Contains("its outcome is not the one in the log", Assert.Single((await Hall.Get<Verify>().RunAsync(Ct)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_that_were_forged_together_with_their_fingerprint_do_not_fit_the_log()
    {
        await Hall.Server.Db.ExecuteAsync("update minutes_versions set markdown = 'Anders', sha256 = @sha256", new { sha256 = FrozenMinutes.Fingerprint("Anders") }, Ct);

        Assert.Contains("is not the one in its log", Assert.Single((await Hall.Get<Verify>().RunAsync(Ct)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_says_that_all_is_in_order()
    {
        var ending = await RunAsync();

        Assert.Equal(("1 meetings, 9 events, 1 minutes, 1 results, 0 anchors: all in order.", "", 0), (ending.Output.Trim(), ending.Errors, ending.ExitCode));
    }

    [Fact]
    public async Task The_terminal_names_every_fault_in_a_sentence_of_its_own_and_fails()
    {
        await Hall.Server.Db.ExecuteAsync("update events set actor = 'Nobody' where number = 2; update minutes_versions set markdown = 'Anders'", null, Ct);

        var ending = await RunAsync();

        Assert.Equal(1, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.Equal(2, ending.Errors.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_database_that_is_out_of_date_is_left_alone()
    {
        await Hall.Server.Db.ExecuteAsync("delete from schema_migrations where name = (select max(name) from schema_migrations)", null, Ct);

        var ending = await RunAsync();

        Assert.Equal("The database is not up to date: run 'participatie migrate' first.", ending.Errors.Trim());
        Assert.Equal(1, ending.ExitCode);
    }

    private Task<Ending> RunAsync() => Terminal.RunAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__Main"] = Hall.Server.Db.ConnectionString }, "verify");

    public sealed class OnSqlite() : VerifyTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : VerifyTests(DatabaseKind.Postgres);
}
