using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Shared;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Decisions;

/// <summary>A board answers, and everybody reads it, in browsers without scripts.</summary>
public abstract class RespondPageTests(DatabaseKind kind) : ServerTests(kind)
{
    private Guid meetingId;
    private Guid advice;

    [Fact]
    public async Task A_board_answers_promises_and_tells_that_it_is_done()
    {
        using var noor = await AskAsync(daysLeft: 10);
        await noor.GetAsync(noor.Page.QuerySelector("a[href$='/antwoord']")!.GetAttribute("href")!);

        await noor.SubmitAsync(form => form.Type("Reasons", "Er is geld voor."), "form[action*=Answer]");
        Assert.Contains("Kies eerst", Fault(noor), StringComparison.Ordinal);
        Assert.Equal("Er is geld voor.", noor.Page.QuerySelector("#redenen")!.TextContent);
        await noor.SubmitAsync(form => form.Pick("Verdict", "Adopted"), "form[action*=Answer]");
        Assert.Equal("Overgenomen", noor.Page.QuerySelector(".verdict")!.TextContent);

        await noor.SubmitAsync(
            form =>
            {
                form.Type("What", "Lampen plaatsen");
                form.Type("Owner", "Gemeente");
                form.Type("Day", "2027-03-01");
            },
            "form[action*=Commit]");
        await noor.SubmitAsync(form => form.Type("What", "Ze zijn besteld."), "form[action*=Progress]", "button[value=false]");
        await noor.SubmitAsync(form => form.Type("What", "Ze hangen."), "form[action*=Progress]", "button[value=true]");

        using var reader = Server.NewVisitor();
        await reader.GetAsync($"/besluiten/{advice}");
        var steps = reader.Page.QuerySelector(".steps")!.TextContent;
        foreach (var words in (string[])["Op tijd beantwoord", "Overgenomen", "Er is geld voor.", "Lampen plaatsen", "Gemeente, uiterlijk 1 maart 2027", "Ze zijn besteld.", "Ze hangen.", "Klaar op"])
            Assert.Contains(words, steps, StringComparison.Ordinal);
        Assert.Null(reader.Page.QuerySelector("main a[href$='/antwoord']"));
        await reader.GetAsync("/besluiten");
        Assert.Contains("Antwoord: Overgenomen", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_answer_is_public_on_the_decision_in_the_register_and_with_the_board()
    {
        using var noor = await AskAsync(daysLeft: -13);
        using var reader = Server.NewVisitor();

        foreach (var path in (string[])[$"/besluiten/{advice}", "/besluiten", "/tafels/bestuurstafel"])
        {
            await reader.GetAsync(path);
            Assert.Equal("13 dagen te laat", reader.Page.QuerySelector("main .badge.late")!.TextContent);
        }
    }

    [Theory]
    [InlineData("/wijken/", "select area from tables where kind = 'neighbourhood'")]
    [InlineData("/tafels/", "select slug from tables where kind = 'neighbourhood'")]
    public async Task You_said_we_did_tells_how_many_answers_came_in_time_and_forgets_none(string kind, string slugSql)
    {
        using var noor = await AskAsync(daysLeft: -13);
        var inTime = await Server.Db.AddAdviceAsync(meetingId, DutchTime.Today(DateTimeOffset.UtcNow).AddDays(3), Ct);
        await noor.GetAsync($"/besluiten/{inTime}/antwoord");
        await noor.SubmitAsync(
            form =>
            {
                form.Pick("Verdict", "PartlyAdopted");
                form.Type("Reasons", "Half.");
            },
            "form[action*=Answer]");

        using var reader = Server.NewVisitor();
        await reader.GetAsync($"{kind}{await Server.Db.FindAsync<string>(slugSql, null, Ct)}");
        await reader.GetAsync(reader.Page.QuerySelector("a[href$='/u-zei-wij-deden']")!.GetAttribute("href")!);

        var figures = reader.Page.QuerySelectorAll(".figures div").ToDictionary(figure => figure.QuerySelector("dt")!.TextContent, figure => figure.QuerySelector("dd")!.TextContent, StringComparer.Ordinal);
        Assert.Equal(("1 van de 2", "0 van de 1", "1 van de 1", "1"), (figures["Op tijd beantwoord"], figures["Helemaal overgenomen"], figures["Voor een deel overgenomen"], figures["Nu te laat"]));
        Assert.Equal(2, reader.Page.QuerySelectorAll(".story .card").Length);
        Assert.Single(reader.Page.QuerySelectorAll(".badge.late"));
    }

    [Fact]
    public async Task An_answer_that_is_awaited_is_on_the_agenda_of_every_next_meeting_until_it_is_there()
    {
        using var noor = await AskAsync(daysLeft: -13);
        var next = RowKey.New();
        await Server.Db.ExecuteAsync(
            """
            insert into meetings (id, table_id, code, title, place, starts_at, state, revision)
            select @next, table_id, 'NEXT22', 'De volgende keer', 'De Boog', @startsAt, 'planned', 0 from meetings where id = @meetingId
            """,
            new { next, meetingId, startsAt = DateTimeOffset.UtcNow.AddDays(7) },
            Ct);
        using var reader = Server.NewVisitor();

        await reader.GetAsync($"/bijeenkomsten/{next}");
        Assert.Contains("13 dagen te laat", reader.Page.QuerySelector("section[aria-labelledby=wachten]")!.TextContent, StringComparison.Ordinal);

        using var facilitator = await Server.SignInAsync(StaffRole.Administrator);
        await facilitator.GetAsync("/m/NEXT22/leiden");
        Assert.Contains("13 dagen te laat", facilitator.Page.QuerySelector(".path .awaited")!.TextContent, StringComparison.Ordinal);

        await noor.GetAsync($"/besluiten/{advice}/antwoord");
        await noor.SubmitAsync(
            form =>
            {
                form.Pick("Verdict", "NotAdopted");
                form.Type("Reasons", "Er is geen geld.");
            },
            "form[action*=Answer]");
        await reader.GetAsync($"/bijeenkomsten/{next}");
        Assert.Null(reader.Page.QuerySelector("section[aria-labelledby=wachten]"));
        await reader.GetAsync($"/wijken/{await Server.Db.FindAsync<string>("select area from tables where kind = 'board'", null, Ct)}");
        Assert.Contains("Niet overgenomen", reader.Page.QuerySelector(".story")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postponement_is_asked_once_and_its_reason_is_public()
    {
        using var noor = await AskAsync(daysLeft: 2);
        await noor.GetAsync($"/besluiten/{advice}/antwoord");

        await noor.SubmitAsync(form => form.Type("Day", Day(20)), "form[action*=Postpone]");
        Assert.Contains("waarom het later wordt", Fault(noor), StringComparison.Ordinal);
        await noor.SubmitAsync(form => form.Type("Reasons", "We wachten op de politie."), "form[action*=Postpone]");
        Assert.Null(noor.Page.QuerySelector("form[action*=Postpone]"));

        using var reader = Server.NewVisitor();
        await reader.GetAsync($"/besluiten/{advice}");
        Assert.Equal("We wachten op de politie.", reader.Page.QuerySelector(".steps blockquote")!.TextContent);
    }

    [Fact]
    public async Task Only_the_board_that_is_asked_may_answer()
    {
        using var noor = await AskAsync(daysLeft: 2);
        using var reader = Server.NewVisitor();

        await reader.GetAsync($"/besluiten/{advice}/antwoord");
        Assert.StartsWith("/inloggen", reader.Path, StringComparison.Ordinal);
        await Server.Db.ExecuteAsync("update table_roles set role = 'facilitator'", null, Ct);
        await noor.GetAsync($"/besluiten/{advice}/antwoord");
        Assert.Equal(HttpStatusCode.Forbidden, noor.Status);
    }

    /// <summary>A table gives an advice; somebody of the board has signed in.</summary>
    private async Task<Visitor> AskAsync(int daysLeft)
    {
        meetingId = await Server.Db.AddMeetingAsync(DateTimeOffset.UtcNow.AddDays(-50), Ct);
        advice = await Server.Db.AddAdviceAsync(meetingId, DutchTime.Today(DateTimeOffset.UtcNow).AddDays(daysLeft), Ct);
        return await Server.SignInAsync(StaffRole.BoardMember, await Server.Db.FindAsync<Guid>("select id from tables where kind = 'board'", null, Ct));
    }

    private static string Day(int later) => DutchTime.Today(DateTimeOffset.UtcNow).AddDays(later).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Fault(Visitor visitor) => visitor.Page.QuerySelector("#fout")!.TextContent;

    public sealed class OnSqlite() : RespondPageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RespondPageTests(DatabaseKind.Postgres);
}
