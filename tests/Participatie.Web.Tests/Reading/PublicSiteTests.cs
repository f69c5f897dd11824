using System.Net;
using System.Security.Cryptography;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Data;
using Participatie.Web.Tests.Reading.Printing;

namespace Participatie.Web.Tests.Reading;

/// <summary>What somebody without an account can read, and what nobody can read yet.</summary>
public abstract class PublicSiteTests(DatabaseKind kind) : IAsyncLifetime
{
    private TestServer server = null!;
    private Visitor reader = null!;
    private Evening evening = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(kind);
        reader = server.NewVisitor();
        evening = await Evening.PlanAsync(server);
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_nothing_inline_before_anything_happened()
    {
        foreach (var path in (string[])["/", "/wijken", "/wijken/delft-west", "/wijken/delft-west/u-zei-wij-deden", "/wijken/utrecht-overvecht", $"/tafels/{Evening.TableSlug}", "/agenda", "/agenda?wijk=delft-west", "/besluiten", "/besluiten?wijk=delft-west&pagina=3", "/zoeken", "/toegankelijkheid", "/privacy", $"/bijeenkomsten/{evening.MeetingId}"])
            await ReadsWellAsync(path);
    }

    [Fact]
    public async Task What_does_not_exist_is_a_page_that_says_so()
    {
        var unknown = Guid.NewGuid();
        foreach (var path in (string[])["/wijken/atlantis", "/tafels/atlantis", "/wijken/atlantis/u-zei-wij-deden", "/tafels/atlantis/u-zei-wij-deden", "/mensen/atlantis/u-zei-wij-deden", $"/bijeenkomsten/{unknown}", "/bijeenkomsten/1", $"/verslagen/{unknown}", $"/verslagen/{unknown}.md", $"/verslagen/{unknown}.pdf", $"/verslagen/{evening.MeetingId}", $"/besluiten/{unknown}", "/besluiten/x", "/m/AAAAAA/verslag"])
        {
            await reader.GetAsync(path);
            Assert.True(reader.Status == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_front_page_leads_to_an_area()
    {
        await reader.GetAsync("/");

        await reader.SubmitAsync(form => form.Pick("wijk", "utrecht-overvecht"), "form[action='/wijken']");

        Assert.Equal("/wijken/utrecht-overvecht", reader.Path);
        Assert.Equal("Utrecht Overvecht", reader.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_planned_meeting_says_when_where_and_how_to_join_but_no_code()
    {
        await reader.GetAsync($"/bijeenkomsten/{evening.MeetingId}");

        var text = reader.Page.Body!.TextContent;
        Assert.Contains("Geld voor <jongeren>", text, StringComparison.Ordinal);
        Assert.Contains("De Dreef", text, StringComparison.Ordinal);
        Assert.Contains("Waar gaat het geld heen? <script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(evening.Code, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Evening.Question, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_not_released_appears_nowhere_not_even_in_the_draft_of_the_minutes()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.AddMinuteTakerAsync();
        await SignInAsync();

        foreach (var path in (string[])["/", "/wijken/utrecht-overvecht", $"/tafels/{Evening.TableSlug}", $"/bijeenkomsten/{evening.MeetingId}", "/besluiten", $"/m/{evening.Code}/verslag"])
        {
            var page = await reader.GetAsync(path);
            Assert.True(reader.Status == HttpStatusCode.OK, path);
            Assert.DoesNotContain("Aangenomen", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll(".bars"));
        }
    }

    [Fact]
    public async Task A_released_result_is_shown_with_its_meeting_but_is_no_decision_until_the_minutes_are_published()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();

        await ReadsWellAsync($"/bijeenkomsten/{evening.MeetingId}");
        Assert.Equal("Aangenomen: 3 van de 4 stemmen zijn voor.", reader.Page.QuerySelector(".verdict")!.TextContent);
        Assert.Equal(["3", "1", "0"], reader.Page.QuerySelectorAll(".bars b").Select(count => count.TextContent));
        Assert.Equal("Ja", reader.Page.QuerySelector(".bars .winner span")!.TextContent);

        await reader.GetAsync("/besluiten");
        Assert.NotNull(reader.Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_meeting_becomes_minutes_and_a_decision_that_everybody_can_follow()
    {
        await HoldAsync();

        await reader.GetAsync("/");
        await reader.GetAsync(reader.Page.QuerySelector("a[href^='/besluiten/']")!.GetAttribute("href")!);
        Assert.Equal(Evening.Question, reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, reader.Page.QuerySelectorAll(".steps > .done").Length);
        await ReadsWellAsync(reader.Path);

        foreach (var path in (string[])["/", "/besluiten", "/besluiten?wijk=utrecht-overvecht", "/wijken/utrecht-overvecht", $"/tafels/{Evening.TableSlug}", $"/bijeenkomsten/{evening.MeetingId}", $"/verslagen/{evening.MeetingId}"])
        {
            await ReadsWellAsync(path);
            Assert.Contains("Aangenomen", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        }

        await reader.GetAsync("/besluiten?wijk=delft-west");
        Assert.NotNull(reader.Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task The_minutes_can_be_downloaded_and_checked_against_their_fingerprint()
    {
        await HoldAsync();
        await reader.GetAsync($"/verslagen/{evening.MeetingId}");
        var fingerprint = reader.Page.QuerySelector("details code")!.TextContent;

        var file = await reader.Http.GetByteArrayAsync($"/verslagen/{evening.MeetingId}.md", Ct);

        Assert.Equal(fingerprint, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    [Fact]
    public async Task The_minutes_can_be_downloaded_to_print_and_stay_the_same()
    {
        await HoldAsync();
        await reader.GetAsync($"/verslagen/{evening.MeetingId}");
        var link = reader.Page.QuerySelector("#bewaren ~ ul a")!;
        Assert.Equal("Download het verslag als PDF", link.TextContent);

        using var answer = await reader.Http.GetAsync(link.GetAttribute("href"), Ct);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        var printed = await PrintedMinutes.ReadAsync(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("Aangenomen: 3 van de 4 stemmen zijn voor.", printed.Of("P"));
        Assert.Equal(["Ja", "Nee", "Ik stem niet mee"], printed.Of("TH").Intersect(["Ja", "Nee", "Ik stem niet mee"], StringComparer.Ordinal));

        using var again = await reader.Http.GetAsync($"/verslagen/{evening.MeetingId}.pdf?versie=1", Ct);
        Assert.Equal(answer.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_asked_to_before_writing_minutes()
    {
        await reader.GetAsync($"/m/{evening.Code}/verslag");

        Assert.StartsWith("/inloggen", reader.Path, StringComparison.Ordinal);
    }

    private async Task HoldAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
        Assert.Null(EventLog.FirstBroken(await server.Db.EventsAsync(evening.MeetingId, Ct)));
    }

    private async Task SignInAsync()
    {
        await reader.GetAsync("/inloggen");
        await reader.SubmitAsync(form =>
        {
            form.Type("email", Evening.Email);
            form.Type("password", Evening.Password);
        });
    }

    private async Task ReadsWellAsync(string path)
    {
        var page = await reader.GetAsync(path);
        Assert.True(reader.Status == HttpStatusCode.OK, $"{path}: {reader.Status}");
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("", page.Title!.Split('·')[0].Trim());
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct(StringComparer.Ordinal).Count());
    }

    public sealed class OnSqlite() : PublicSiteTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PublicSiteTests(DatabaseKind.Postgres);
}
