using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Demonstration;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;
using Participatie.Web.Tests.Subscriptions;

namespace Participatie.Web.Tests.Shared.Html;

/// <summary>Every page of a filled neighbourhood is valid HTML, for everybody who may open it: a new page is looked at by itself.</summary>
public sealed class HtmlTests : IAsyncLifetime
{
    /// <summary>A choice made, nothing to show, nothing there.</summary>
    private static readonly string[] SomethingElse =
        ["/zoeken?q=licht", "/zoeken?q=xyzzy", "/besluiten?wijk=utrecht-overvecht", "/meedoen?onbekend=true", "/berichten?van=/wijken/utrecht-overvecht", "/wijken/delft-west", "/bestaat-niet"];

    private readonly SeenPages seen = new();
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);

    private TestServer? server;
    private DemoSummary? demonstration;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => server!;

    private DemoSummary Demonstration => demonstration!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(DatabaseKind.Sqlite);
        demonstration = await server.Services.GetRequiredService<FillDemonstration>().RunAsync(passCount: 4, Ct);
        await DemoPages.CorrectMinutesAsync(server, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_is_valid_for_everybody_who_may_open_it()
    {
        var pages = await DemoPages.AllAsync(Server);
        var addresses = await DemoAddresses.ReadAsync(Server.Db, Demonstration.Passes[0], Ct);

        await LookAsync(pages, addresses.Of, account: null, "nl");
        await LookAsync(pages, addresses.Of, account: null, "ar");
        foreach (var account in Demonstration.Staff)
        {
            // The administrator opens everything; the pages of the others are the same, with fewer links.
            var seesAll = string.Equals(account.Role, StaffRole.Administrator.Stored(), StringComparison.Ordinal);
            await LookAsync(pages, route => addresses.Of(route).Take(seesAll ? int.MaxValue : 1), account, "nl");
        }

        Findings.AssertNone(pages.Select(page => page.ViewEnginePath).Except(answered, StringComparer.Ordinal).Except(DemoPages.Elsewhere, StringComparer.Ordinal)
            .Select(page => $"{page} was not seen: is there an address of it in the demonstration?"));
        await seen.AssertSoundAsync();
    }

    [Fact]
    public async Task A_page_with_something_else_on_it_is_valid()
    {
        using var visitor = Server.NewVisitor();
        foreach (var address in SomethingElse)
        {
            await visitor.GetAsync(address);
            seen.Add(visitor, "anybody");
        }

        await seen.AssertSoundAsync();
    }

    [Fact]
    public async Task A_form_that_was_filled_in_wrongly_is_valid()
    {
        using var visitor = Server.NewVisitor();
        foreach (var form in new[] { "/inloggen", "/meedoen", "/berichten" })
        {
            await visitor.GetAsync(form);
            await visitor.PostAsync(form, ("email", "geen adres"), ("code", "<'\"&"));
            seen.Add(visitor, "anybody");
        }

        using var facilitator = await EnterAsync(Demonstration.Staff.Single(account => string.Equals(account.Role, "facilitator", StringComparison.Ordinal)), "nl");
        foreach (var form in (await DemoAddresses.ReadAsync(Server.Db, "", Ct)).Of("beheer/punten/{itemId:guid}/peilingen").Take(1).Append($"/beheer/bijeenkomsten/{Demonstration.MeetingId}/punten"))
        {
            await facilitator.GetAsync(form);
            await facilitator.PostAsync(form, ("Title", ""));
            seen.Add(facilitator, "facilitator");
        }

        await seen.AssertSoundAsync();
    }

    [Fact]
    public async Task A_page_behind_a_link_in_a_mail_is_valid()
    {
        using var reader = Server.NewVisitor();
        var news = new NewsReader(Server, reader, "anna@example.org");
        await news.AskAsync("/wijken/utrecht-overvecht");
        seen.Add(reader, "asked");
        var mail = Assert.Single(await news.NewMailAsync());
        await reader.GetAsync(mail.LinkPath);
        seen.Add(reader, "confirm");
        await reader.SubmitAsync();
        seen.Add(reader, "confirmed");

        await seen.AssertSoundAsync();
    }

    private async Task LookAsync(IEnumerable<CompiledPageActionDescriptor> pages, Func<string, IEnumerable<string>> addresses, DemoAccount? account, string language)
    {
        using var visitor = await EnterAsync(account, language);
        var refusals = 0;
        foreach (var page in pages)
        {
            foreach (var address in addresses(page.AttributeRouteInfo!.Template!))
            {
                await visitor.GetAsync(address);
                if (!string.Equals(visitor.Path, address, StringComparison.Ordinal) || (visitor.Status == HttpStatusCode.Forbidden && refusals++ > 0))
                    continue;

                var isExplained = visitor.Status != HttpStatusCode.OK; // what is wrong is said in the reader's language everywhere
                seen.Add(visitor, $"{account?.Role ?? "anybody"}, {language}", isExplained || DemoPages.IsForResidents(page) ? language : "nl");
                if (visitor.Status == HttpStatusCode.OK)
                    answered.Add(page.ViewEnginePath);
            }
        }
    }

    private async Task<Visitor> EnterAsync(DemoAccount? account, string language)
    {
        var visitor = Server.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        if (account is null)
            return visitor;

        await visitor.GetAsync(AccountsSetup.SignInPath);
        await visitor.SubmitAsync(form =>
        {
            form.Type("email", account.Email);
            form.Type("password", account.Password);
        });
        return visitor;
    }
}
