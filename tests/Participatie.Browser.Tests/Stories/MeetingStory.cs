using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests.Stories;

/// <summary>The main job, as people do it: from planning to the public minutes, in browsers with and without JavaScript.</summary>
public abstract class MeetingStory(bool scripts) : BrowserTests
{
    private const string Bench = "Moeten er bankjes op het plein komen?";
    private const string Greener = "Wat maakt het plein groener?";

    private readonly string title = scripts ? "Wijktafel over het plein, met scripts" : "Wijktafel over het plein, zonder scripts";

    private Device Laptop => scripts ? Device.Laptop : Device.Laptop.WithoutScripts();

    private Device Phone => scripts ? Device.Phone : Device.Phone.WithoutScripts();

    private Device Screen => scripts ? Device.Projector : Device.Projector.WithoutScripts();

    [Fact]
    public async Task A_wijktafel_is_planned_held_voted_on_and_published()
    {
        var samira = new Staff(await OpenAsync(Laptop, "/"));
        await SignInAsync(samira, "facilitator");
        var passes = await PrepareAsync(samira);

        var screen = await OpenMeetingAsync(samira);
        var (anna, bilal) = await JoinAsync(samira.Code, passes);
        await VoteAsync(samira, screen, anna, bilal, passes);
        await AskAsync(samira, bilal);
        await samira.NextAsync("Bijeenkomst sluiten");
        await anna.SeesAsync("Over");
        await CheckAsync(anna.Page, "telefoon-voorbij");

        await WriteMinutesAsync(samira.Code, anna);
        await ReadAsync();
    }

    private async Task SignInAsync(Staff staff, string role)
    {
        var account = AccountOf(role);
        await staff.SignInAsync(account.Email, account.Password);
    }

    private async Task<IReadOnlyList<string>> PrepareAsync(Staff samira)
    {
        await CheckAsync(samira.Page, "beheer");
        await samira.PlanMeetingAsync(title);
        await CheckAsync(samira.Page, "voorbereiden-leeg");
        await samira.AddItemAsync("Bankjes", "Er staan nu **geen** bankjes.\n\n- mensen kunnen niet zitten\n- <b>ouderen</b> komen niet meer");
        await samira.AddItemAsync("Groen", "Het plein is grijs.");

        await samira.StartPollAsync("Bankjes");
        await samira.Page.GetByLabel("Vraag", new() { Exact = true }).FillAsync(Bench);
        await CheckAsync(samira.Page, "vraag");
        await samira.SaveAsync();

        await samira.StartPollAsync("Groen");
        await samira.Page.GetByLabel("Vraag", new() { Exact = true }).FillAsync(Greener);
        await samira.Page.GetByLabel("Meer keuzes uit een lijst", new() { Exact = true }).CheckAsync();
        await samira.Page.GetByLabel("Keuzes", new() { Exact = true }).FillAsync("Bomen\nEen moestuin\nGras");
        await samira.Page.GetByLabel("Hoeveel keuzes").FillAsync("2");
        await samira.Page.GetByLabel("Peiling: iedereen met de code").CheckAsync();
        await samira.SaveAsync();
        await CheckAsync(samira.Page, "voorbereiden");

        var passes = await samira.MakePassesAsync(4);
        await CheckAsync(samira.Page, "stempassen");
        await samira.Page.GoBackAsync();
        await samira.Page.GetByRole(AriaRole.Link, new() { Name = "Terug naar" }).ClickAsync();
        return passes;
    }

    private async Task<IPage> OpenMeetingAsync(Staff samira)
    {
        await samira.Page.GetByRole(AriaRole.Link, new() { Name = "Bijeenkomst leiden" }).ClickAsync();
        await CheckAsync(samira.Page, "leiden-gepland");
        var screen = await OpenAsync(Screen, $"/m/{samira.Code}/scherm");
        await Expect(screen.Locator(".qr svg")).ToBeVisibleAsync();
        await CheckAsync(screen, "scherm-welkom");
        await samira.NextAsync("Bijeenkomst openen");
        await samira.NextAsync("Verder met: Bankjes");
        await Expect(screen.GetByRole(AriaRole.Heading, new() { Name = "1. Bankjes" })).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await CheckAsync(screen, "scherm-punt");
        return screen;
    }

    /// <summary>Anna types her pass; Bilal has the code only.</summary>
    private async Task<(Resident Anna, Resident Bilal)> JoinAsync(string code, IReadOnlyList<string> passes)
    {
        var anna = new Resident(await OpenAsync(Phone, "/meedoen"), Phone);
        await CheckAsync(anna.Page, "meedoen");
        await anna.TypeCodeAsync(passes[0]);
        await anna.SeesAsync("Listening");
        await CheckAsync(anna.Page, "telefoon-luisteren");

        var bilal = new Resident(await OpenAsync(Phone, "/"), Phone);
        await bilal.TypeCodeAsync(code.ToLowerInvariant());
        await bilal.SeesAsync("Listening");
        return (anna, bilal);
    }

    private async Task VoteAsync(Staff samira, IPage screen, Resident anna, Resident bilal, IReadOnlyList<string> passes)
    {
        await samira.NextAsync("Stemming openen");
        await anna.SeesAsync("Vote");
        await CheckAsync(anna.Page, "telefoon-stemmen");
        await bilal.SeesAsync("NotEntitled");
        await CheckAsync(bilal.Page, "telefoon-geen-stempas");

        await anna.ChooseAsync("Nee");
        await anna.SeesAsync("Counted");
        await CheckAsync(anna.Page, "telefoon-geteld");
        var receipt = await anna.ReceiptAsync();
        await anna.ChooseAgainAsync();
        await anna.ChooseAsync("Ja");
        await anna.SeesAsync("Counted");
        Assert.Equal(receipt, await anna.ReceiptAsync());

        // Chantal arrives late, with a pass that she scans.
        var chantal = new Resident(await OpenAsync(Phone, $"/p/{passes[1]}"), Phone);
        await CheckAsync(chantal.Page, "stempas");
        await chantal.ScanPassAsync(passes[1]);
        await chantal.SeesAsync("Vote");
        await chantal.ChooseAsync("Ja");
        await chantal.SeesAsync("Counted");

        await VoteOnTabletAsync(samira.Code, passes[2]);

        await samira.Page.GetByRole(AriaRole.Button, new() { Name = "Een bewoner" }).ClickAsync();
        await Expect(samira.Page.Locator(".floor [aria-pressed=true]")).ToHaveTextAsync("Een bewoner");
        await Expect(screen.Locator("[data-ballots]")).ToHaveTextAsync("3", new() { Timeout = 10_000 });
        await CheckAsync(screen, "scherm-stemmen");
        await Expect(screen.Locator(".turnout [data-admitted]")).ToHaveTextAsync("3", new() { Timeout = 10_000 });
        await Expect(screen.Locator(".bars")).ToHaveCountAsync(0);
        await CheckAsync(samira.Page, "leiden-stemming");

        await samira.NextAsync("Stemming sluiten");
        await anna.SeesAsync("Closed");
        await CheckAsync(anna.Page, "telefoon-gesloten");
        await samira.NextAsync("Uitslag laten zien");
        foreach (var resident in new[] { anna, bilal, chantal })
        {
            await resident.SeesAsync("Released");
            await resident.SeesTextAsync("Aangenomen: alle 3 stemmen zijn voor.");
        }

        await CheckAsync(anna.Page, "telefoon-uitslag");
        await Expect(screen.Locator(".verdict")).ToContainTextAsync("Aangenomen", new() { Timeout = 10_000 });
        await CheckAsync(screen, "scherm-uitslag");
        await CheckAsync(samira.Page, "leiden-uitslag");
    }

    /// <summary>Daan has no phone: he votes on the tablet of the worker, who is signed out on it.</summary>
    private async Task VoteOnTabletAsync(string code, string pass)
    {
        var worker = new Staff(await OpenAsync(Laptop, "/"));
        await SignInAsync(worker, "facilitator");
        var tablet = worker.Page;
        await tablet.GotoAsync($"/m/{code}/tablet");
        await CheckAsync(tablet, "tablet-klaarzetten");
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Klaarzetten en uitloggen" }).ClickAsync();
        await tablet.GetByLabel("Typ de code van je stempas.").FillAsync(pass);
        await CheckAsync(tablet, "tablet-stempas");
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Naar het stembiljet" }).ClickAsync();
        await CheckAsync(tablet, "tablet-stemmen");
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Ja", Exact = true }).ClickAsync();
        await Expect(tablet.GetByText("Je stem is geteld")).ToBeVisibleAsync();
        await CheckAsync(tablet, "tablet-geteld");
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Klaar, volgende" }).ClickAsync();
        await Expect(tablet.GetByLabel("Typ de code van je stempas.")).ToBeEmptyAsync();
    }

    /// <summary>An indicative poll, in which everybody with the code takes part.</summary>
    private async Task AskAsync(Staff samira, Resident bilal)
    {
        await samira.NextAsync("Verder met: Groen");
        await samira.NextAsync("Peiling openen");
        await bilal.SeesAsync("Vote");
        await bilal.TickAsync("Bomen");
        await bilal.TickAsync("Gras");
        await CheckAsync(bilal.Page, "telefoon-meer-keuzes");
        await bilal.HandInAsync();
        await bilal.SeesAsync("Counted");
        await samira.NextAsync("Peiling sluiten");
        await samira.NextAsync("Uitslag laten zien");
        await bilal.SeesAsync("Released");
    }

    private async Task WriteMinutesAsync(string code, Resident anna)
    {
        var wim = new Staff(await OpenAsync(Laptop, "/"));
        await SignInAsync(wim, "minutetaker");
        await wim.Page.GotoAsync($"/m/{code}/verslag/aantekeningen");
        await wim.Page.GetByLabel("Wat is er gezegd?").FillAsync("Bewoners willen bomen.");
        await wim.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar deze aantekening" }).ClickAsync();
        await Expect(wim.Page.Locator(".notes")).ToContainTextAsync("Bewoners willen bomen.");
        await CheckAsync(wim.Page, "verslag-aantekeningen");
        await wim.Page.GetByRole(AriaRole.Link, new() { Name = "Schrijven" }).ClickAsync();
        var text = wim.Page.Locator("textarea").First;
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Bankjes[\\s\\S]*\\[\\[uitslag 1\\]\\][\\s\\S]*::: advies", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await text.FillAsync(await text.InputValueAsync() + "\n\nEr was **koffie**. <script>alert(1)</script>\n");
        await wim.Page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld bekijken" }).ClickAsync();
        await Expect(wim.Page.Locator(".preview strong", new() { HasText = "koffie" })).ToBeVisibleAsync();
        await Expect(wim.Page.Locator("#verslag-uitslag-1")).ToContainTextAsync("Aangenomen: alle 3 stemmen zijn voor");
        await CheckAsync(wim.Page, "verslag-schrijven");
        await wim.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaren", Exact = true }).ClickAsync();
        await wim.Page.GetByRole(AriaRole.Link, new() { Name = "Vaststellen en publiceren" }).ClickAsync();
        await PressAfterReadingAsync(wim, "Concept delen");

        await anna.Page.GetByRole(AriaRole.Link, new() { Name = "Lees het concept" }).ClickAsync();
        await CheckAsync(anna.Page, "concept");
        await anna.Page.GetByLabel("Wat klopt er niet?").FillAsync("Er was geen koffie, er was thee.");
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Versturen" }).ClickAsync();
        await Expect(anna.Page.Locator(".card")).ToContainTextAsync("er was thee");
        await CheckAsync(anna.Page, "concept-verbeterd");

        await wim.Page.ReloadAsync();
        await CheckAsync(wim.Page, "verslag-concept");
        await wim.Page.GetByLabel("Waarom? Dat is nodig").FillAsync("Er was koffie en thee.");
        await wim.Page.GetByRole(AriaRole.Button, new() { Name = "Niet overnemen" }).ClickAsync();
        await wim.Page.GetByLabel("Hoe heet de voorzitter").FillAsync("Samira");
        await CheckAsync(wim.Page, "verslag-vaststellen");
        await wim.Page.GetByRole(AriaRole.Button, new() { Name = "Verslag vaststellen" }).ClickAsync();
        await PressAfterReadingAsync(wim, "Publiceren");
        await Expect(wim.Page.GetByRole(AriaRole.Link, new() { Name = "Bekijk wat iedereen nu leest" })).ToBeVisibleAsync();
        await CheckAsync(wim.Page, "verslag-gepubliceerd");
        await wim.Page.GetByRole(AriaRole.Link, new() { Name = "Eerdere teksten" }).ClickAsync();
        await CheckAsync(wim.Page, "verslag-bewaard");
    }

    private static async Task PressAfterReadingAsync(Staff writer, string button)
    {
        await writer.Page.GetByLabel("Ik heb het verslag nagelezen").CheckAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>Somebody without an account finds all of it, two clicks from the area.</summary>
    private async Task ReadAsync()
    {
        var reader = await OpenAsync(scripts ? Device.Phone : Phone, "/");
        await CheckAsync(reader, "home");
        foreach (var place in new[] { "/wijken/utrecht-overvecht", "/tafels/wijktafel-overvecht", "/besluiten" })
        {
            await reader.GotoAsync(place);
            await Expect(reader.GetByRole(AriaRole.Link, new() { Name = Bench }).First).ToBeVisibleAsync();
            await CheckAsync(reader, place[1..].Replace('/', '-'));
        }

        await reader.GetByRole(AriaRole.Link, new() { Name = Bench }).First.ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Bench);
        await CheckAsync(reader, "besluit");

        await reader.GotoAsync("/tafels/wijktafel-overvecht");
        await reader.GetByRole(AriaRole.Link, new() { Name = title, Exact = false }).First.ClickAsync();
        await CheckAsync(reader, "bijeenkomst");
        await reader.Locator("main a[href^='/verslagen/']").First.ClickAsync();
        await Expect(reader.Locator("article.minutes")).ToContainTextAsync("Er was koffie. <script>alert(1)</script>");
        await CheckAsync(reader, "verslag");
    }

    public sealed class WithScripts() : MeetingStory(scripts: true);

    public sealed class WithoutScripts() : MeetingStory(scripts: false);
}
