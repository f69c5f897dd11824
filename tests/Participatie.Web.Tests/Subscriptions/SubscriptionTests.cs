using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Mailing;
using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Subscriptions;

/// <summary>News by mail: only to who said yes, in their rhythm, once, and never again after they stop.</summary>
public abstract class SubscriptionTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Table = $"/tafels/{Evening.TableSlug}";

    private readonly TestClock clock = new();
    private NewsReader reader = null!;
    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
        reader = new NewsReader(Server, Visitor, "Fatma@voorbeeld.nl");
    }

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

    [Fact]
    public async Task Who_asks_is_asked_back_and_hears_nothing_before_saying_yes()
    {
        await reader.AskAsync(Table);

        Assert.Equal(SubscriptionPaths.Done(DoneModel.Requested), Visitor.Path);
        var question = Assert.Single(await reader.NewMailAsync());
        Assert.Equal(("fatma@voorbeeld.nl", "Wil je nieuws van Wijktafel Overvecht?"), (question.To, question.Subject));
        Assert.Contains("zodra er nieuws is", question.Text, StringComparison.Ordinal);
        Assert.Equal("auto-generated", question.Automatic);

        await Visitor.GetAsync(question.LinkPath); // as a program that looks into mail does
        await HappenAsync();
        Assert.Empty(await reader.NewMailAsync());
    }

    [Fact]
    public async Task Who_said_yes_hears_all_that_happened_since_in_one_mail_and_once()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await HappenAsync();

        var mail = Assert.Single(await reader.NewMailAsync());
        Assert.Equal("Nieuws van Wijktafel Overvecht", mail.Subject);
        Assert.Contains($"* Advies: {Evening.Question}\nAangenomen", mail.Text, StringComparison.Ordinal);
        Assert.Contains("* Verslag van Geld voor <jongeren>", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/verslagen/{evening.MeetingId}\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuwe bijeenkomst", mail.Text, StringComparison.Ordinal); // planned before

        clock.Pass(TimeSpan.FromMinutes(2));
        await SendAsync();
        Assert.Empty(await reader.NewMailAsync());
    }

    [Fact]
    public async Task A_correction_of_the_minutes_is_news_and_the_decisions_in_them_are_not_again()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await HappenAsync();
        await reader.NewMailAsync();

        var text = await Server.Db.FindAsync<string>("select markdown from published_minutes", null, Ct);
        await evening.Minutes.CorrectAsync(text + "\n\nEr was koffie.\n", "De koffie vergeten.");
        clock.Pass(TimeSpan.FromMinutes(2));
        await SendAsync();

        Assert.Equal("Verslag van Geld voor <jongeren>", Assert.Single(await reader.NewMailAsync()).Subject);
    }

    [Fact]
    public async Task Who_wants_it_weekly_hears_it_on_Monday()
    {
        await SubscribeAsync(Rhythm.Weekly);
        await HappenAsync();
        Assert.Empty(await reader.NewMailAsync());

        clock.Pass(TimeSpan.FromDays(7));
        await SendAsync();

        var mail = Assert.Single(await reader.NewMailAsync());
        Assert.Contains("elke maandag", mail.Text, StringComparison.Ordinal);
        await SendAsync();
        Assert.Empty(await reader.NewMailAsync());
    }

    [Fact]
    public async Task A_meeting_that_does_not_go_on_is_news()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await Server.Services.GetRequiredService<Web.Meetings.CancelMeeting>().RunAsync(evening.MeetingId, "De zaal is dicht.", "Samira", Ct);
        clock.Pass(TimeSpan.FromMinutes(2));

        await SendAsync();

        var mail = Assert.Single(await reader.NewMailAsync());
        Assert.Equal("Gaat niet door: Geld voor <jongeren>", mail.Subject);
        Assert.Contains("De reden: De zaal is dicht.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_another_table_is_left_to_who_follows_that()
    {
        await SubscribeAsync(Rhythm.AtOnce, "/tafels/bestuurstafel-overvecht");

        await HappenAsync();

        Assert.Empty(await reader.NewMailAsync());
    }

    [Fact]
    public async Task A_mail_program_stops_with_one_click_and_nothing_of_the_address_is_left()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await HappenAsync();
        var mail = Assert.Single(await reader.NewMailAsync());
        Assert.Equal("List-Unsubscribe=One-Click", mail.StopWith);
        var stop = new Uri(mail.Stop!.Trim('<', '>'));

        using var program = Server.NewVisitor();
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await program.Http.PostAsync(stop.PathAndQuery, click, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await Server.Db.FindAsync<long>("select count(*) from subscriptions", null, Ct));
        await Visitor.GetAsync(stop.PathAndQuery);
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (Visitor.Status, Visitor.Page.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task Who_follows_more_may_stop_with_all_of_it_and_mail_that_waits_is_not_sent()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await SubscribeAsync(Rhythm.AtOnce, "/wijken/utrecht-overvecht");
        await HappenAsync();
        Assert.Equal(2, await Server.Db.FindAsync<long>("select count(*) from outgoing_mails", null, Ct));
        var stop = await Server.Db.FindAsync<string>("select min(stop_link) from outgoing_mails", null, Ct);

        await Visitor.GetAsync(new Uri(stop!).PathAndQuery);
        await Visitor.SubmitAsync(button: "[name=alles]");

        Assert.Equal("Gestopt", Visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(0, await Server.Db.FindAsync<long>("select (select count(*) from subscriptions) + (select count(*) from outgoing_mails)", null, Ct));
    }

    [Fact]
    public async Task Who_asks_again_gets_no_second_mail_at_once_and_never_more_than_three()
    {
        for (var time = 0; time < 10; time++)
        {
            await reader.AskAsync(Table);
            await reader.AskAsync(Table);
            clock.Pass(TimeSpan.FromMinutes(11));
        }

        Assert.Equal(3, (await reader.NewMailAsync()).Count);
    }

    [Fact]
    public async Task A_stranger_cannot_fill_somebodys_mailbox_with_questions_about_every_area()
    {
        var areas = await Server.Db.QueryAsync<string>("select slug from areas order by slug limit 8", null, Ct);
        foreach (var area in areas)
            await reader.AskAsync($"/wijken/{area}");

        Assert.Equal(5, (await reader.NewMailAsync()).Count);
    }

    [Fact]
    public async Task What_nobody_confirms_is_forgotten_with_its_link()
    {
        await reader.AskAsync(Table);
        var link = Assert.Single(await reader.NewMailAsync()).LinkPath;
        clock.Pass(TimeSpan.FromDays(8));

        await SendAsync();
        await Visitor.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, Visitor.Status);
        Assert.Equal(0, await Server.Db.FindAsync<long>("select count(*) from subscriptions", null, Ct));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_the_same_moment_write_one_mail()
    {
        await SubscribeAsync(Rhythm.AtOnce);
        await HoldAsync();
        clock.Pass(TimeSpan.FromMinutes(2));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(SendAsync, Ct)));

        Assert.Equal(1, await Server.Db.FindAsync<long>("select count(*) from outgoing_mails", null, Ct));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Server.Services.GetRequiredService<Postman>().RunAsync(Ct), Ct)));
        Assert.Single(Directory.GetFiles(Server.Post));
    }

    private async Task SubscribeAsync(Rhythm rhythm, string page = Table)
    {
        await reader.AskAsync(page, rhythm);
        await reader.SayYesAsync();
    }

    /// <summary>The table meets, votes and publishes its minutes; then the server looks for news.</summary>
    private async Task HappenAsync()
    {
        await HoldAsync();
        clock.Pass(TimeSpan.FromMinutes(2));
        await SendAsync();
    }

    private async Task HoldAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
    }

    private Task SendAsync() => Server.Services.GetRequiredService<SendNews>().RunAsync(Ct);

    public sealed class OnSqlite() : SubscriptionTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SubscriptionTests(DatabaseKind.Postgres);
}
