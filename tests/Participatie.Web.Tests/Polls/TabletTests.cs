using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

/// <summary>Residents without a phone vote one after another on the worker's tablet.</summary>
public abstract class TabletTests(DatabaseKind kind) : HallTests(kind)
{
    private string Address => $"/m/{Hall.Code}/tablet";

    [Fact]
    public async Task Residents_vote_one_after_another_and_the_channel_is_kept_but_not_who()
    {
        using var tablet = await PrepareAsync();
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);

        var first = await VoteAsync(tablet, Hall.TakePass(), "0");
        Assert.DoesNotContain("checked", tablet.Source, StringComparison.Ordinal);
        var second = await VoteAsync(tablet, Hall.TakePass(), "1");
        await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 1);

        Assert.NotEqual(first, second);
        await Hall.CloseAsync(poll);
        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal([1, 2, 0], outcome.Tally.Counts);
        Assert.Equal(new Dictionary<Channel, int> { [Channel.Phone] = 1, [Channel.Tablet] = 2 }, outcome.Channels);
        Assert.Equal(3, outcome.Electorate.Present);
        await Hall.ReleaseAsync(poll);
        Assert.Contains("Gestemd: 1 met de telefoon, 2 op de tablet.", (await Hall.SnapshotAsync()).Poll!.Outcome!.Chart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_vote_the_tablet_shows_the_receipt_once_and_nothing_of_the_choice()
    {
        using var tablet = await PrepareAsync();
        await Hall.OpenPollAsync(binding: true);

        await VoteAsync(tablet, Hall.TakePass(), "0");

        Assert.Equal("Counted", Shown(tablet));
        Assert.DoesNotContain("Komen er bankjes?", tablet.Source, StringComparison.Ordinal);
        await tablet.GetAsync(Address);
        Assert.Equal("Pass", Shown(tablet));
        Assert.Empty(tablet.Page.QuerySelectorAll(".receipt"));
    }

    [Fact]
    public async Task The_next_resident_does_not_read_the_language_of_the_one_before()
    {
        using var tablet = await PrepareAsync();
        await Hall.OpenPollAsync(binding: true);
        await tablet.GetAsync("/weergave");
        await tablet.PostAsync("/weergave", ("taal", "tr"), ("letters", "Large"));
        await VoteAsync(tablet, Hall.TakePass(), "0");
        Assert.Equal("tr", tablet.Page.DocumentElement.GetAttribute("lang"));

        await tablet.SubmitAsync();

        Assert.Equal("Pass", Shown(tablet));
        Assert.Equal("nl", tablet.Page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("letters-", tablet.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_that_voted_on_a_phone_changes_its_one_vote_and_the_ballot_shows_nothing_of_it()
    {
        using var tablet = await PrepareAsync();
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var (pass, phone) = (Hall.TakePass(), Guid.NewGuid());
        await Hall.UsePassAsync(pass, phone);
        await Hall.VoteAsync(poll, phone, 0, attempt: 7);

        await TypeAsync(tablet, pass);
        Assert.Empty(tablet.Page.QuerySelectorAll("[aria-pressed], [checked], [selected]"));
        await ChooseAsync(tablet, "2");

        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, phone, 0, attempt: 8)).Verdict);
        await Hall.CloseAsync(poll);
        Assert.Equal([0, 0, 1], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task Preparing_signs_the_worker_out_on_the_tablet_and_opens_nothing_else()
    {
        using var tablet = await PrepareAsync();

        await tablet.GetAsync($"/m/{Hall.Code}/leiden");

        Assert.StartsWith("/inloggen", tablet.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_facilitator_makes_a_tablet_and_only_for_this_meeting()
    {
        using var stranger = Hall.Server.NewVisitor();
        await stranger.GetAsync(Address);
        Assert.StartsWith("/inloggen", stranger.Path, StringComparison.Ordinal);

        using var tablet = await PrepareAsync();
        await tablet.GetAsync($"/m/{await Hall.PlanAnotherAsync()}/tablet");
        Assert.StartsWith("/inloggen", tablet.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_pass_is_explained_and_nothing_is_stored()
    {
        using var tablet = await PrepareAsync();
        var poll = await Hall.OpenPollAsync(binding: true);

        await TypeAsync(tablet, "AAAA-AAAA");

        Assert.Equal("Pass", Shown(tablet));
        Assert.NotEmpty(tablet.Page.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_turn_is_good_for_its_own_poll_only()
    {
        using var tablet = await PrepareAsync();
        var poll = await Hall.OpenPollAsync(binding: true);
        await TypeAsync(tablet, Hall.TakePass());
        await Hall.CloseAsync(poll);
        var next = await Hall.OpenPollAsync(binding: true);

        await ChooseAsync(tablet, "0");

        Assert.Contains("al gesloten", tablet.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Hall.CountAsync("ballots", next));
    }

    [Fact]
    public async Task A_turn_that_was_made_up_is_refused()
    {
        using var tablet = await PrepareAsync();
        var poll = await Hall.OpenPollAsync(binding: true);
        await tablet.GetAsync(Address);

        await tablet.PostAsync($"{Address}?handler=Vote", ("beurt", "abc"), ("keuze", "0"));

        Assert.Contains("Typ je stempas nog een keer", tablet.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    private static string? Shown(Visitor tablet) => tablet.Page.QuerySelector("main")!.GetAttribute("data-now");

    private async Task<Visitor> PrepareAsync()
    {
        var tablet = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await tablet.GetAsync(Address);
        await tablet.SubmitAsync();
        return tablet;
    }

    private async Task TypeAsync(Visitor tablet, string pass)
    {
        await tablet.GetAsync(Address);
        await tablet.SubmitAsync(form => form.Type("pas", pass));
    }

    private static async Task ChooseAsync(Visitor tablet, string option) => await tablet.SubmitAsync(form: "#stemmen", button: $"button[value='{option}']");

    private async Task<string> VoteAsync(Visitor tablet, string pass, string option)
    {
        await TypeAsync(tablet, pass);
        await ChooseAsync(tablet, option);
        return tablet.Page.QuerySelector(".receipt")!.TextContent;
    }

    public sealed class OnSqlite() : TabletTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TabletTests(DatabaseKind.Postgres);
}
