using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

/// <summary>The page on which staff enter and confirm what was counted by hand.</summary>
public sealed class CountPageTests() : HallTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_facilitator_enters_piles_of_paper_and_the_minute_taker_confirms_them()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var address = $"/m/{Hall.Code}/tellen/{poll}";
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        using var joost = await Hall.Server.SignInAsync(StaffRole.MinuteTaker, Hall.TableId);
        string[] passes = [Hall.TakePass(), Hall.TakePass(), Hall.TakePass()];

        await samira.GetAsync(address);
        await EnterAsync(samira, string.Join('\n', passes), 2, 0, 0);
        Assert.Contains("3 stempassen en telde 2", Alert(samira), StringComparison.Ordinal);
        Assert.Contains(passes[2], samira.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await EnterAsync(samira, string.Join('\n', passes), 2, 0, 1);

        Assert.Empty(samira.Page.QuerySelectorAll("button[formaction*=Confirm]"));
        await joost.GetAsync(address);
        Assert.Contains("2 × Ja", joost.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await joost.SubmitAsync(form: "section.card form", button: "button[formaction*=Confirm]");
        Assert.Contains("Nagekeken.", joost.Page.QuerySelector("section.card")!.TextContent, StringComparison.Ordinal);
        await Hall.CloseAsync(poll);
        Assert.Equal([2, 0, 1], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_ranking_is_typed_from_its_paper()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false, method: new InstantRunoff());
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync($"/m/{Hall.Code}/tellen/{poll}");

        await samira.PostAsync($"/m/{Hall.Code}/tellen/{poll}?handler=Paper", ("passen", Hall.TakePass()), ("keuze", "1"), ("keuze", "0"));

        Assert.Contains("1 × Nee (1), Ja (2)", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Residents_and_the_staff_of_other_tables_do_not_count()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        using var resident = Hall.Server.NewVisitor();

        await resident.GetAsync($"/m/{Hall.Code}/tellen/{poll}");

        Assert.StartsWith("/inloggen", resident.Path, StringComparison.Ordinal);
    }

    private static string Alert(Visitor visitor) => visitor.Page.QuerySelector("[role=alert]")!.TextContent;

    private static async Task EnterAsync(Visitor visitor, string passes, params int[] counts) => await visitor.SubmitAsync(
        form =>
        {
            form.Type("passen", passes);
            foreach (var (input, count) in form.QuerySelectorAll("input[name=aantal]").Zip(counts))
                input.SetAttribute("value", $"{count}");
        },
        form: "form[action*='Piles']");
}
