using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

public abstract class DrawLotTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task A_lot_decides_a_tie_is_logged_and_shown_as_such()
    {
        var poll = await TieAsync(new SingleChoice());

        Assert.Equal(PollStep.Done, await DrawAsync(poll));

        var outcome = (await Hall.OutcomeAsync(poll))!;
        var winner = Assert.Single(outcome.Winners);
        Assert.InRange(winner, 0, 1);
        Assert.Equal([winner], outcome.Lots);
        Assert.Contains("na loting", (await Hall.SnapshotAsync()).Poll!.Outcome!.Sentence, StringComparison.Ordinal);
        var deed = (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct))[^1];
        Assert.Equal(Deeds.LotDrawn, deed.Kind);
        Assert.Equal(winner, deed.Read<LotDeed>().Drawn);
    }

    [Fact]
    public async Task One_lot_is_drawn_for_one_place()
    {
        var poll = await TieAsync(new SingleChoice());

        var steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DrawAsync(poll)));

        Assert.Single(steps, PollStep.Done);
        Assert.Single((await Hall.OutcomeAsync(poll))!.Lots);
    }

    [Fact]
    public async Task A_lot_about_a_question_decides_nothing_and_is_shown_as_such()
    {
        var poll = await TieAsync(new YesNoAbstain());

        await DrawAsync(poll);

        Assert.StartsWith("Gelijk, 2 ja en 2 nee. Na loting: ", (await Hall.SnapshotAsync()).Poll!.Outcome!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_run_off_lots_decide_who_falls_out_until_one_is_left()
    {
        var poll = await TieAsync(new InstantRunoff(), value: 1);

        await DrawAsync(poll);

        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal(Result.Chosen, outcome.Result);
        Assert.Equal([0, 1], outcome.Lots.Concat(outcome.Winners).Order());
        Assert.Contains(outcome.Rounds!, round => round.ByLot);
        Assert.Contains("rondes en loting", (await Hall.SnapshotAsync()).Poll!.Outcome!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_drawn_before_the_release_nor_where_there_is_no_tie()
    {
        var poll = await TieAsync(new SingleChoice(), release: false);
        Assert.Equal(PollStep.TooLate, await DrawAsync(poll));

        await Hall.ReleaseAsync(poll);
        await DrawAsync(poll);
        Assert.Equal(PollStep.TooLate, await DrawAsync(poll));
    }

    [Fact]
    public async Task After_the_meeting_a_result_does_not_change_any_more()
    {
        var poll = await TieAsync(new SingleChoice());
        await Hall.CloseMeetingAsync();

        Assert.Equal(PollStep.MeetingNotOpen, await DrawAsync(poll));
    }

    [Fact]
    public async Task The_facilitator_draws_from_the_console_and_the_minutes_tell_it()
    {
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await TieAsync(new SingleChoice());

        await samira.GetAsync($"/m/{Hall.Code}/leiden");
        await samira.SubmitAsync(form: "form[action$='/loten']");
        Assert.Contains("na loting", samira.Page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(samira.Page.QuerySelectorAll("form[action$='/loten']"));

        await samira.GetAsync($"/m/{Hall.Code}/verslag");
        await samira.SubmitAsync(form: "#verslag", button: "button[formaction*=Preview]");
        Assert.Contains("De computer lootte", samira.Page.QuerySelector(".result")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>As many for the first option as for the second.</summary>
    private async Task<Guid> TieAsync(CountingMethod method, int? value = null, bool release = true)
    {
        var poll = await Hall.OpenPollAsync(secret: false, method: method);
        for (var voter = 0; voter < 4; voter++)
            await Hall.Get<CastVote>().RunAsync(poll, new Voter(Hall.MeetingId, Guid.NewGuid()), [new Choice(voter % 2, value)], attempt: 1);
        await Hall.CloseAsync(poll);
        if (release)
            await Hall.ReleaseAsync(poll);
        return poll;
    }

    private Task<PollStep> DrawAsync(Guid poll) => Hall.Get<DrawLot>().RunAsync(poll, Hall.MeetingId, Hall.Facilitator, Ct);

    public sealed class OnSqlite() : DrawLotTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DrawLotTests(DatabaseKind.Postgres);
}
