using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Tests.Meetings;

namespace Participatie.Web.Tests.Polls;

/// <summary>Voting on a phone without scripts.</summary>
public abstract class VotePageTests(DatabaseKind kind) : HallTests(kind)
{
    private const string Impossible = "Deze keuze kan niet. Kies opnieuw.";

    private Resident? anna;

    private Resident Anna => anna!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        anna = new Resident(Hall.Server);
    }

    public override async ValueTask DisposeAsync()
    {
        anna?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_vote_is_confirmed_with_a_receipt_and_can_be_changed()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Anna.LookAsync(Hall.Code);
        await Anna.VoteAsync("Ja");
        Assert.Equal("Counted", Anna.Sees);
        var receipt = Anna.Receipt;

        await Anna.ChooseAgainAsync();
        Assert.Equal("true", Anna.Phone.Page.QuerySelector("#stemmen button[value='0']")!.GetAttribute("aria-pressed"));
        await Anna.VoteAsync("Nee");

        Assert.Equal("Counted", Anna.Sees);
        Assert.Equal(receipt, Anna.Receipt);
        await Hall.CloseAsync(poll);
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_vote()
    {
        var poll = await Hall.OpenPollAsync();
        await Anna.LookAsync(Hall.Code);

        await SendAsync(poll, ("keuze", "0"), ("poging", "1"));
        var receipt = Anna.Receipt;
        await SendAsync(poll, ("keuze", "0"), ("poging", "1"));

        Assert.Equal(receipt, Anna.Receipt);
        Assert.Null(Anna.Problem);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_form_that_stood_open_in_a_second_window_changes_nothing_and_says_so()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Anna.LookAsync(Hall.Code);
        await SendAsync(poll, ("keuze", "0"), ("poging", "1"));

        await SendAsync(poll, ("keuze", "1"), ("poging", "1"));

        Assert.StartsWith("Je had al gestemd in een ander venster.", Anna.Problem, StringComparison.Ordinal);
        await Hall.CloseAsync(poll);
        Assert.Equal([1, 0, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_program_that_sends_the_choice_only_changes_its_vote_each_time()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Anna.LookAsync(Hall.Code);

        await SendAsync(poll, ("keuze", "0"));
        await SendAsync(poll, ("keuze", "1"));

        await Hall.CloseAsync(poll);
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_vote_after_closing_is_told_that_it_does_not_count()
    {
        var poll = await Hall.OpenPollAsync();
        await Anna.LookAsync(Hall.Code);
        await Hall.CloseAsync(poll);

        await Anna.VoteAsync("Ja");

        Assert.Equal("De stemming was al gesloten. Deze keuze telt niet mee.", Anna.Problem);
        Assert.Equal(0, (await Hall.OutcomeAsync(poll))!.Tally.Ballots);
    }

    [Fact]
    public async Task Several_choices_are_ticked_and_handed_in()
    {
        var poll = await Hall.OpenPollAsync(secret: false, method: new MultipleChoice(2));
        await Anna.LookAsync(Hall.Code);
        await Anna.VoteAsync("Ja", "Ik stem niet mee");
        Assert.Equal("Counted", Anna.Sees);

        await Anna.ChooseAgainAsync();
        Assert.Equal(["0", "2"], Anna.Phone.Page.QuerySelectorAll("#stemmen input:checked").Select(box => box.GetAttribute("value")));
        await Anna.VoteAsync("Ja", "Nee", "Ik stem niet mee");

        Assert.Equal(Impossible, Anna.Problem);
        await Hall.CloseAsync(poll);
        Assert.Equal([1, 0, 1], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Theory]
    [InlineData("3", "1")]
    [InlineData("-1", "1")]
    [InlineData("Ja", "1")]
    [InlineData("0=1", "1")]
    [InlineData("99999999999999999999", "1")]
    [InlineData("", "1")]
    [InlineData("0", "-1")]
    [InlineData("0", "9223372036854775807")]
    [InlineData("0", "9007199254740992")]
    public async Task An_impossible_ballot_is_refused_and_leaves_the_way_open(string choice, string attempt)
    {
        var poll = await Hall.OpenPollAsync();
        await Anna.LookAsync(Hall.Code);

        await SendAsync(poll, ("keuze", choice), ("poging", attempt));

        Assert.Equal(Impossible, Anna.Problem);
        Assert.Equal("Vote", Anna.Sees);
        await Anna.VoteAsync("Ja");
        Assert.Equal("Counted", Anna.Sees);
    }

    [Fact]
    public async Task A_form_without_a_choice_is_refused()
    {
        var poll = await Hall.OpenPollAsync();
        await Anna.LookAsync(Hall.Code);

        await SendAsync(poll);

        Assert.Equal(Impossible, Anna.Problem);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_form_that_another_site_made_is_refused_in_plain_words()
    {
        var poll = await Hall.OpenPollAsync();

        await Anna.Phone.GetAsync("/health/live"); // a page without a token
        await SendAsync(poll, ("keuze", "0"));

        Assert.Equal(HttpStatusCode.BadRequest, Anna.Phone.Status);
        Assert.Equal("Dit formulier was te oud", Anna.Phone.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_poll_of_another_meeting_takes_no_vote_through_this_one()
    {
        var poll = await Hall.OpenPollAsync();
        var other = await Hall.PlanAnotherAsync();
        await Anna.LookAsync(other);

        await Anna.Phone.PostAsync($"/m/{other}/peilingen/{poll}/stem", ("keuze", "0"));

        Assert.Equal("Op deze telefoon kun je nu niet stemmen.", Anna.Problem);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_binding_poll_explains_to_who_has_the_code_only_that_a_pass_is_needed()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        await Anna.LookAsync(Hall.Code);
        Assert.Equal("NotEntitled", Anna.Sees);
        Assert.Contains("Voor deze stemming heb je een stempas nodig.", Anna.Reads, StringComparison.Ordinal);

        await SendAsync(poll, ("keuze", "0"));

        Assert.Equal("Op deze telefoon kun je nu niet stemmen.", Anna.Problem);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_program_that_asks_for_json_gets_the_verdict_and_the_receipt()
    {
        var poll = await Hall.OpenPollAsync();
        await Anna.LookAsync(Hall.Code);
        Anna.Phone.Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        await SendAsync(poll, ("keuze", "0"), ("poging", "1"));
        var first = Answer();
        await Anna.LookAsync(Hall.Code);
        await SendAsync(poll, ("keuze", "9"), ("poging", "2"));

        Assert.Equal("invalidChoice", Answer().GetProperty("verdict").GetString());
        Assert.Equal("accepted", first.GetProperty("verdict").GetString());
        Assert.Matches("^[0-9A-Z]{6}$", first.GetProperty("receipt").GetString());
    }

    [Theory]
    [InlineData("stem")]
    [InlineData("openen")]
    public async Task Looking_at_the_address_of_a_form_leads_to_the_page_that_has_it(string step)
    {
        var poll = await Hall.OpenPollAsync();

        await Anna.Phone.GetAsync($"/m/{Hall.Code}/peilingen/{poll}/{step}");
        Assert.Equal(HttpStatusCode.OK, Anna.Phone.Status);
        await Anna.Phone.GetAsync($"/m/%C3%A9%0D%0A/peilingen/{poll}/{step}");
        Assert.NotEqual(HttpStatusCode.InternalServerError, Anna.Phone.Status);
    }

    private JsonElement Answer() => JsonDocument.Parse(Anna.Phone.Source).RootElement;

    private Task<IDocument> SendAsync(Guid poll, params (string Name, string Value)[] fields) =>
        Anna.Phone.PostAsync($"/m/{Hall.Code}/peilingen/{poll}/stem", fields);

    public sealed class OnSqlite() : VotePageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : VotePageTests(DatabaseKind.Postgres);
}
