using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

public abstract class WithdrawPollTests(DatabaseKind kind) : HallTests(kind)
{
    private const string Reason = "De vraag klopte niet.";

    [Fact]
    public async Task An_open_poll_that_is_withdrawn_has_no_ballots_and_no_result_and_says_why()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        Assert.Equal(PollStep.Done, await WithdrawAsync(poll, $" {Reason} "));

        foreach (var table in new[] { "ballots", "ballot_secrets", "counted_ballots", "receipts" })
            Assert.Equal(0, await Hall.CountAsync(table, poll));
        Assert.Equal(Verdict.Closed, (await Hall.VoteAsync(poll, Guid.NewGuid(), 0)).Verdict);
        var view = (await Hall.SnapshotAsync()).Poll!;
        Assert.Equal((PollState.Withdrawn, Reason), (view.State, view.Withdrawal));
        Assert.Null(view.Outcome);
        Assert.Equal(PollStep.TooLate, await Hall.CloseAsync(poll));
        Assert.Equal(PollStep.TooLate, await Hall.ReleaseAsync(poll));
    }

    [Fact]
    public async Task A_closed_poll_that_is_withdrawn_loses_what_was_counted()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.CloseAsync(poll);

        Assert.Equal(PollStep.Done, await WithdrawAsync(poll, Reason));

        Assert.Null(await Hall.OutcomeAsync(poll));
        Assert.Equal(0, await Hall.CountAsync("counted_ballots", poll));
        Assert.Equal(0, await Hall.CountAsync("receipts", poll));
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
        Assert.Equal(PollStep.TooLate, await Hall.ReleaseAsync(poll));
    }

    [Fact]
    public async Task A_result_that_people_saw_is_not_withdrawn()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);

        Assert.Equal(PollStep.TooLate, await WithdrawAsync(poll, Reason));
        Assert.NotNull(await Hall.OutcomeAsync(poll));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Without_a_reason_nothing_is_withdrawn(string? reason)
    {
        var poll = await Hall.OpenPollAsync();

        Assert.Equal(PollStep.ReasonNeeded, await WithdrawAsync(poll, reason));
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, Guid.NewGuid(), 0)).Verdict);
    }

    [Fact]
    public async Task After_a_withdrawal_another_poll_may_open_and_the_log_says_what_happened()
    {
        var poll = await Hall.OpenPollAsync();
        await WithdrawAsync(poll, Reason);

        await Hall.OpenPollAsync();

        var deed = (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct)).Single(deed => string.Equals(deed.Kind, Deeds.PollWithdrawn, StringComparison.Ordinal));
        Assert.Equal(new WithdrawalDeed(poll, Reason), deed.Read<WithdrawalDeed>());
    }

    [Fact]
    public async Task The_facilitator_withdraws_from_the_console_and_phones_without_scripts_read_why()
    {
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        using var phone = Hall.Server.NewVisitor();
        await Hall.OpenPollAsync();

        await samira.GetAsync($"/m/{Hall.Code}/leiden");
        await samira.SubmitAsync(form => Testing.Http.Forms.Type(form, "reden", Reason), form: "form[action$='/intrekken']");
        await phone.GetAsync($"/m/{Hall.Code}");

        Assert.Contains(Reason, samira.Page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Withdrawn", phone.Page.QuerySelector("main")!.GetAttribute("data-now"));
        Assert.Equal(Reason, phone.Page.QuerySelector("[data-slot=withdrawal]")!.TextContent);
    }

    private Task<PollStep> WithdrawAsync(Guid poll, string? reason) => Hall.Get<WithdrawPoll>().RunAsync(poll, reason, Hall.Facilitator, Ct);

    public sealed class OnSqlite() : WithdrawPollTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : WithdrawPollTests(DatabaseKind.Postgres);
}
