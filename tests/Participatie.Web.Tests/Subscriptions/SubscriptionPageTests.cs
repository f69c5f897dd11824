using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Shared;
using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Subscriptions;

/// <summary>The pages by which people ask for news and stop it, when something is wrong with what they bring.</summary>
public sealed class SubscriptionPageTests() : ServerTests(DatabaseKind.Sqlite)
{
    private const string Area = "/wijken/utrecht-overvecht";

    private NewsReader reader = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Evening.PlanAsync(Server);
        reader = new NewsReader(Server, Visitor, "fatma@voorbeeld.nl");
    }

    [Fact]
    public async Task What_is_no_address_comes_back_with_what_was_chosen()
    {
        await new NewsReader(Server, Visitor, "fatma@voorbeeld").AskAsync(Area);

        Assert.Contains("Vul een e-mailadres in", Visitor.Page.QuerySelector(".utrecht-form-field-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fatma@voorbeeld", Visitor.Page.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Equal(Area, Visitor.Page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.NotNull(Visitor.Page.QuerySelector("[value=direct][checked]"));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_has_no_news()
    {
        await Visitor.GetAsync(SubscriptionPaths.Form);
        await Visitor.PostAsync(SubscriptionPaths.Form, ("email", "fatma@voorbeeld.nl"), ("van", "/wijken/atlantis"));

        Assert.Contains("bestaat niet meer", Visitor.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_link_that_this_installation_did_not_write_opens_nothing()
    {
        await reader.AskAsync(Area);
        await reader.SayYesAsync();
        var id = await Server.Db.FindAsync<Guid>("select id from subscriptions", null, Ct);
        var key = await LinkKey.OfAsync(Server.Services.GetRequiredService<InstallationSecrets>(), Ct);
        var stop = key.Write(id, LinkPurpose.Stop);

        string[] dead =
        [
            SubscriptionPaths.Stop(new LinkKey(new byte[32]).Write(id, LinkPurpose.Stop)), // of another installation
            SubscriptionPaths.Stop(key.Write(id, LinkPurpose.ConfirmWeekly)), // for something else
            SubscriptionPaths.Confirm(stop),
            SubscriptionPaths.Stop("x"),
            SubscriptionPaths.Confirm(new string('A', stop.Length)),
        ];
        foreach (var path in dead)
        {
            await Visitor.GetAsync(path);
            Assert.True(Visitor.Status == HttpStatusCode.Gone, path);
            Assert.Equal("Deze link werkt niet meer", Visitor.Page.QuerySelector("h1")!.TextContent);
            await Visitor.GetAsync(SubscriptionPaths.Form);
            await Visitor.PostAsync(path);
            Assert.True(Visitor.Status == HttpStatusCode.Gone, path);
        }

        Assert.Equal(1, await CountAsync());
    }

    private Task<long> CountAsync() => Server.Db.FindAsync<long>("select count(*) from subscriptions", null, Ct);
}
