using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Privacy;

public sealed class AskAboutNumbersTests() : HallTests(DatabaseKind.Sqlite)
{
    private const string Number = "1112.22.333";
    private const string Question = "Waarom staat mijn nummer 1112.22.333 in de brief?";
    private const string Asking = "Staat er een persoonlijk nummer in?";

    private string Questions => $"/m/{Hall.Code}/vragen";

    [Fact]
    public async Task Every_form_asks_before_it_keeps_a_citizen_service_number()
    {
        var addresses = await Addresses.InAsync(Hall);
        using var administrator = await Hall.Server.SignInAsync(StaffRole.Administrator, tableId: null);
        var forms = Endpoints.Of(Hall).Where(ask => ask is { Method: "POST", Page: { } page, Inputs.Count: > 0 } && !page.EndpointMetadata.OfType<TakesSecretsAttribute>().Any()).ToList();
        Assert.True(forms.Count > 40, "Too few forms were found for this to say anything.");

        var silent = new List<string>();
        foreach (var form in forms)
        {
            await administrator.GetAsync(AccountsSetup.SignInPath);
            await administrator.PostAsync(addresses.Of(form), (form.Inputs[^1], Question));
            if (administrator.Page.QuerySelector("main h1")?.TextContent is not Asking)
                silent.Add($"{form}: {administrator.Status} {administrator.Path}");
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Who_takes_the_number_out_sends_the_rest()
    {
        using var phone = await AskAsync(Question);
        Assert.Contains($"Dit lijkt een burgerservicenummer: {Number}", phone.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Question, phone.Page.QuerySelector<IHtmlTextAreaElement>("main textarea")!.Value);
        Assert.Empty(await SentAsync());

        await phone.SubmitAsync(form => ((IHtmlTextAreaElement)form.Elements["tekst"]!).Value = "Waarom staat mijn nummer in de brief?", button: "button:not([name])");

        Assert.Equal(Questions, phone.Path);
        Assert.Equal(["Waarom staat mijn nummer in de brief?"], await SentAsync());
    }

    [Fact]
    public async Task Who_says_that_it_is_another_number_sends_it_as_it_is()
    {
        using var phone = await AskAsync(Question);
        await phone.SubmitAsync(button: "button:not([name])");
        Assert.Equal(Asking, phone.Page.QuerySelector("main h1")!.TextContent);

        await phone.SubmitAsync(button: "button[name]");

        Assert.Equal([Question], await SentAsync());
    }

    [Fact]
    public async Task All_else_that_was_filled_in_goes_along()
    {
        using var facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await facilitator.GetAsync($"/beheer/bijeenkomsten/nieuw?tafel={Hall.TableId}");
        await facilitator.SubmitAsync(form =>
        {
            ((IHtmlInputElement)form.Elements["Input.Title"]!).Value = "Overmaken naar NL91ABNA0417164300";
            ((IHtmlInputElement)form.Elements["Input.Place"]!).Value = "De Boog";
            ((IHtmlInputElement)form.Elements["Input.StartsAt"]!).Value = "2027-03-01T19:30";
        });
        Assert.Contains("het nummer van een bankrekening: NL91ABNA0417164300", facilitator.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await facilitator.SubmitAsync(form => ((IHtmlTextAreaElement)form.Elements["Input.Title"]!).Value = "Overmaken", button: "button:not([name])");

        Assert.Equal("De Boog", await Hall.Server.Db.FindAsync<string>("select place from meetings where title = 'Overmaken'", null, Ct));
    }

    [Fact]
    public async Task A_text_that_a_program_keeps_meanwhile_is_kept()
    {
        using var phone = Hall.Server.NewVisitor();
        await phone.GetAsync(Questions);
        phone.Http.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");

        await phone.PostAsync(Questions, ("tekst", Question));

        Assert.Equal([Question], await SentAsync());
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        using var colleague = Hall.Server.NewVisitor();
        await colleague.GetAsync(AccountsSetup.SignInPath);

        await colleague.PostAsync(AccountsSetup.SignInPath, ("email", "samira@voorbeeld.nl"), ("password", "111222333"));

        Assert.Equal(HttpStatusCode.OK, colleague.Status);
        Assert.DoesNotContain("111222333", colleague.Source, StringComparison.Ordinal);
    }

    private async Task<Visitor> AskAsync(string text)
    {
        var phone = Hall.Server.NewVisitor();
        await phone.GetAsync(Questions);
        await phone.SubmitAsync(form => ((IHtmlTextAreaElement)form.Elements["tekst"]!).Value = text);
        return phone;
    }

    private Task<IReadOnlyList<string>> SentAsync() => Hall.Server.Db.QueryAsync<string>("select text from contributions", null, Ct);
}
