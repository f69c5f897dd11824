using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>What a facilitator fills in wrongly is explained, and nothing typed is lost.</summary>
public sealed class PlanningTests() : HallTests(DatabaseKind.Sqlite)
{
    private Visitor? samira;

    private Visitor Samira => samira!;

    private string Fault => Samira.Page.QuerySelector(".utrecht-form-field-error-message")?.TextContent ?? "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        samira?.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("", "De Boog", "2026-11-24T19:30", "Geef de bijeenkomst een naam.")]
    [InlineData("Het plein", " ", "2026-11-24T19:30", "Vul in waar jullie bij elkaar komen.")]
    [InlineData("Het plein", "De Boog", "", "Vul de datum en de tijd in.")]
    [InlineData("Het plein", "De Boog", "morgen", "‘morgen’ past hier niet. Vul iets anders in.")]
    public async Task A_meeting_without_all_it_needs_is_not_planned(string title, string place, string startsAt, string fault)
    {
        var address = $"/beheer/bijeenkomsten/nieuw?tafel={Hall.TableId}";
        await Samira.GetAsync(address);

        await Samira.PostAsync(address, ("Input.Title", title), ("Input.Place", place), ("Input.StartsAt", startsAt));

        Assert.Equal(fault, Fault);
        Assert.Equal(title, Value("Input.Title"));
        Assert.Equal(place, Value("Input.Place"));
    }

    [Theory]
    [InlineData("singleChoice", "A", "3", "Vul minstens 2 keuzes in, elk op een eigen regel.")]
    [InlineData("singleChoice", "A\n a ", "3", "Twee keuzes zijn hetzelfde.")]
    [InlineData("multipleChoice", "A\nB", "3", "Er zijn maar 2 keuzes.")]
    [InlineData("multipleChoice", "A\nB", "0", "Kies een getal van 1 tot 20.")]
    [InlineData("multipleChoice", "A\nB", "veel", "‘veel’ past hier niet. Vul iets anders in.")]
    [InlineData("loten", "A\nB", "3", "Kies hoe mensen stemmen.")]
    public async Task A_question_that_cannot_be_asked_is_explained_and_stays_in_the_form(string method, string options, string most, string fault)
    {
        var address = $"/beheer/punten/{Hall.ItemId}/peilingen";
        await Samira.GetAsync(address);

        await Samira.PostAsync(
            address, ("Input.Question", "Waar?"), ("Input.Method", method), ("Input.Options", options), ("Input.MaxChoices", most), ("Input.Secret", "false"));

        Assert.Equal(fault, Fault);
        Assert.Equal("Waar?", Value("Input.Question"));
        Assert.Equal(options, Samira.Page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Equal(most, Value("Input.MaxChoices"));
        Assert.Equal("false", Samira.Page.QuerySelector("[name='Input.Secret']:checked")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("yesNoAbstain", "", new[] { "Ja", "Nee", "Ik stem niet mee" })]
    [InlineData("singleChoice", "Noord\r\nZuid\r\n", new[] { "Noord", "Zuid" })]
    [InlineData("multipleChoice", "Noord\r\nOost\r\nZuid", new[] { "Noord", "Oost", "Zuid" })]
    public async Task A_question_of_each_kind_reaches_the_phones(string method, string options, string[] shown)
    {
        await Samira.GetAsync($"/beheer/punten/{Hall.ItemId}/peilingen");
        await Samira.SubmitAsync(form =>
        {
            form.Type("Input.Question", "Waar?");
            form.Pick("Input.Method", method);
            form.Type("Input.Options", options);
            form.Type("Input.MaxChoices", "2");
            form.Pick("Input.Binding", "false");
        });
        await Samira.GetAsync($"/m/{Hall.Code}/leiden");
        await Samira.SubmitAsync(form: "section.step > form:has(button.next)");

        using var anna = new Resident(Hall.Server);
        await anna.LookAsync(Hall.Code);
        Assert.Equal(shown, anna.Phone.Page.QuerySelectorAll("#stemmen .choice").Select(choice => choice.TextContent.Trim()));
    }

    [Fact]
    public async Task An_item_of_an_unknown_kind_is_explained()
    {
        var address = $"/beheer/bijeenkomsten/{Hall.MeetingId}/punten";
        await Samira.GetAsync(address);

        await Samira.PostAsync(address, ("Input.Title", "Spelen"), ("Input.Minutes", "10"), ("Input.Kind", "Loten"));

        Assert.Equal("‘Loten’ past hier niet. Vul iets anders in.", Fault);
        Assert.Equal("Spelen", Value("Input.Title"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    public async Task Passes_are_made_one_to_five_hundred_at_a_time(string count)
    {
        await Samira.GetAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}/stempassen");
        await Samira.PostAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}/stempassen", ("Count", count));

        Assert.Equal("Kies 1 tot 500 stempassen.", Fault);
        Assert.Equal(count, Value("Count"));
    }

    [Fact]
    public async Task A_meeting_that_is_over_needs_no_passes_and_says_so()
    {
        var address = $"/beheer/bijeenkomsten/{Hall.MeetingId}/stempassen";
        await Samira.GetAsync(address);
        await Hall.CloseMeetingAsync();

        await Samira.SubmitAsync(form: "form:has([name=Count])");

        Assert.Contains("De bijeenkomst is voorbij.", Samira.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Samira.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_question_that_people_voted_on_is_frozen()
    {
        var poll = await Hall.AddPollAsync();
        await Samira.GetAsync($"/beheer/punten/{Hall.ItemId}/peilingen/{poll}");
        await Hall.Get<Web.Polls.OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        await Samira.SubmitAsync(form => form.Type("Input.Question", "Iets anders?"), button: "button");

        Assert.Contains("De vraag ligt nu vast.", Samira.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Iets anders?", Value("Input.Question"));
        Assert.Equal(HttpStatusCode.OK, Samira.Status);
    }

    private string? Value(string name) => Samira.Page.QuerySelector<IHtmlInputElement>($"[name='{name}']")?.Value;
}
