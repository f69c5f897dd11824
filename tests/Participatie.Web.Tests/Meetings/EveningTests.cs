using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Meetings;

/// <summary>A whole evening, from the plan to the published decision, in browsers without scripts.</summary>
public abstract class EveningTests(DatabaseKind kind) : ServerTests(kind)
{
    [Fact]
    public async Task One_button_at_a_time_leads_from_an_empty_agenda_to_a_decision_that_everybody_can_read()
    {
        var table = await Server.Db.AddTableAsync(Ct);
        using var samira = await Server.SignInAsync(StaffRole.Facilitator, table);

        var plan = await PlanAsync(samira);
        var passes = await MakePassesAsync(samira, plan, count: 3);
        await samira.GetAsync(plan);
        var code = samira.Page.QuerySelector("dd.code")!.TextContent;
        await samira.GetAsync($"/m/{code}/leiden");
        await NextAsync(samira, "Bijeenkomst openen");
        await NextAsync(samira, "Verder met: Welkom");
        await NextAsync(samira, "Verder met: Bankjes");
        await NextAsync(samira, "Stemming openen");
        foreach (var pass in passes)
            await VoteAsync(pass);
        await NextAsync(samira, "Stemming sluiten");
        await NextAsync(samira, "Uitslag laten zien");
        Assert.Contains("Aangenomen: alle 3 stemmen zijn voor.", samira.Page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        await NextAsync(samira, "Bijeenkomst sluiten");

        await samira.GetAsync(samira.Page.QuerySelector("a.next")!.GetAttribute("href")!);
        await WriteMinutesAsync(samira);
        await ReadAsEverybodyAsync(plan, table);
    }

    /// <summary>Plans the meeting with two items in the wrong order, mends that, and adds a question. Returns the address of the plan.</summary>
    private static async Task<string> PlanAsync(Visitor samira)
    {
        await samira.GetAsync(samira.Page.QuerySelector("a[href^='/beheer/bijeenkomsten/nieuw']")!.GetAttribute("href")!);
        await samira.SubmitAsync(form =>
        {
            form.Type("Input.Title", "Het plein");
            form.Type("Input.Place", "De Boog");
            form.Type("Input.StartsAt", "2026-11-24T19:30");
        });
        var plan = samira.Path;
        await AddItemAsync(samira, plan, "Bankjes", "Decide");
        await AddItemAsync(samira, plan, "Welkom", "Inform");
        await samira.SubmitAsync(form: "li.card:nth-of-type(2) form", button: "button[id^=omhoog]");
        Assert.Equal(["1. Welkom", "2. Bankjes"], samira.Page.QuerySelectorAll("li.card h3").Select(item => item.TextContent));

        await samira.GetAsync(samira.Page.QuerySelector("li.card:nth-of-type(2) a[href$='/peilingen']")!.GetAttribute("href")!);
        await samira.SubmitAsync(form => form.Type("Input.Question", "Komen er bankjes?"));
        Assert.Equal(plan, samira.Path);
        Assert.Contains("Komen er bankjes?", samira.Page.QuerySelector("li.card:nth-of-type(2)")!.TextContent, StringComparison.Ordinal);
        return plan;
    }

    private static async Task AddItemAsync(Visitor samira, string plan, string title, string kind)
    {
        await samira.GetAsync($"{plan}/punten");
        await samira.SubmitAsync(form =>
        {
            form.Type("Input.Title", title);
            form.Pick("Input.Kind", kind);
        });
        Assert.Equal(plan, samira.Path);
    }

    private static async Task<IReadOnlyList<string>> MakePassesAsync(Visitor samira, string plan, int count)
    {
        await samira.GetAsync($"{plan}/stempassen");
        await samira.SubmitAsync(form => form.Type("Count", $"{count}"));
        List<string> passes = [.. samira.Page.QuerySelectorAll(".pass .code").Select(pass => pass.TextContent)];
        Assert.Equal(count, passes.Count);

        await samira.GetAsync($"{plan}/stempassen");
        Assert.All(passes, pass => Assert.DoesNotContain(pass, samira.Source, StringComparison.Ordinal));
        return passes;
    }

    private async Task VoteAsync(string pass)
    {
        using var resident = new Resident(Server);
        await resident.TypeCodeAsync(pass);
        await resident.VoteAsync("Ja");
        Assert.Equal("Counted", resident.Sees);
    }

    private static async Task NextAsync(Visitor samira, string step)
    {
        Assert.Equal(step, samira.Page.QuerySelector("button.next")?.TextContent.Trim());
        await samira.SubmitAsync(form: "section.step > form:has(button.next)", button: "button.next");
    }

    private static async Task WriteMinutesAsync(Visitor samira)
    {
        var draft = samira.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Text]")!.Value;
        Assert.Contains("[[uitslag 1]]", draft, StringComparison.Ordinal);
        await samira.SubmitAsync(form => form.Type("Text", $"{draft}\n\nDe koffie was op.\n"));
        Assert.Contains("Het verslag is bewaard.", samira.Page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);

        await samira.GetAsync(samira.Page.QuerySelector("a[href$='/vaststellen']")!.GetAttribute("href")!);
        await StepAsync(samira, "Share", _ => { });
        Assert.Contains("Lees het verslag eerst na.", samira.Page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        await StepAsync(samira, "Share", form => form.Pick("ReadThrough", "true"));
        await StepAsync(samira, "Adopt", form => form.Type("Chair", "Samira"));
        await StepAsync(samira, "Publish", form => form.Pick("ReadThrough", "true"));
        Assert.Contains("Het verslag is gepubliceerd.", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<IDocument> StepAsync(Visitor samira, string step, Action<IHtmlFormElement> fill) =>
        samira.SubmitAsync(fill, $"form[action*={step}]");

    private async Task ReadAsEverybodyAsync(string plan, Guid table)
    {
        var meeting = plan.Split('/')[^1];
        var slug = await Server.Db.FindAsync<string>("select slug from tables where id = @table", new { table }, Ct);

        Assert.Contains("Aangenomen: alle 3 stemmen zijn voor.", await ReadAsync($"/bijeenkomsten/{meeting}"), StringComparison.Ordinal);
        var minutes = await ReadAsync($"/verslagen/{meeting}");
        Assert.Contains("Aangenomen: alle 3 stemmen zijn voor.", minutes, StringComparison.Ordinal);
        Assert.Contains("De koffie was op.", minutes, StringComparison.Ordinal);
        Assert.Contains("Komen er bankjes?", await ReadAsync($"/wijken/{slug}"), StringComparison.Ordinal);
        Assert.Contains("Komen er bankjes?", await ReadAsync($"/tafels/{slug}"), StringComparison.Ordinal);
        var decision = Visitor.Page.QuerySelector("main a[href^='/besluiten/']")!.GetAttribute("href")!;
        Assert.Contains("Aangenomen: alle 3 stemmen zijn voor.", await ReadAsync(decision), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address) => (await Visitor.GetAsync(address)).QuerySelector("main")!.TextContent;

    public sealed class OnSqlite() : EveningTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : EveningTests(DatabaseKind.Postgres);
}
