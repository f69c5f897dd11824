using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Shared;

/// <summary>What nobody types on purpose, or only a malicious somebody.</summary>
public abstract class BadInputTests(DatabaseKind kind) : HallTests(kind)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    private static readonly string TenMillion = new('x', 10_000_000);

    private Visitor? samira;

    private Visitor Samira => samira!;

    private string Item => $"/beheer/bijeenkomsten/{Hall.MeetingId}/punten";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        samira?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Characters_that_nobody_types_are_left_out()
    {
        await Samira.GetAsync(Item);

        await Samira.PostAsync(Item, ("Input.Title", "Het \u0007plein\u001b"), ("Input.Minutes", "10"), ("Input.Description", "Regel\r\ntwee"));

        Assert.Equal($"/beheer/bijeenkomsten/{Hall.MeetingId}", Samira.Path);
        Assert.Contains("Het plein", await Hall.Server.Db.QueryAsync<string>("select title from agenda_items", null, Ct));
    }

    [Theory]
    [InlineData("/inloggen?terug=%00")]
    [InlineData("/besluiten?wijk=%00&tafel=%00")]
    [InlineData("/zoeken?q=%00")]
    public async Task An_address_with_a_nul_character_breaks_nothing(string address)
    {
        await Samira.GetAsync(address);

        Assert.NotEqual(HttpStatusCode.InternalServerError, Samira.Status);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_in_plain_words()
    {
        await Samira.GetAsync(Item);

        await Samira.PostAsync(Item, ("Input.Title", "Het\0plein"), ("Input.Minutes", "10"));

        Assert.Equal(HttpStatusCode.BadRequest, Samira.Status);
        Assert.NotNull(Samira.Page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task Html_that_people_typed_is_text_on_every_screen()
    {
        await Samira.GetAsync(Item);
        await Samira.PostAsync(
            Item, ("Input.Title", Script), ("Input.Minutes", "10"), ("Input.Description", $"{Script}\n\n[klik](javascript:alert(1)) <javascript:alert(1)>"));
        await Samira.PostAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}?handler=Replan", ("Input.Title", Script), ("Input.Place", Script), ("Input.StartsAt", "2026-11-24T19:30"));
        var item = await Hall.Server.Db.FindAsync<Guid>("select id from agenda_items where position = 2", null, Ct);
        await Samira.PostAsync(
            $"/beheer/punten/{item}/peilingen",
            ("Input.Question", Script), ("Input.Method", "singleChoice"), ("Input.Options", $"{Script}\nB"), ("Input.MaxChoices", "1"), ("Input.Binding", "false"));
        await Samira.GetAsync($"/m/{Hall.Code}/leiden");
        for (var step = 0; step < 2; step++)
            await Samira.SubmitAsync(form: "section.step > form:has(button.next)");
        using var anna = new Resident(Hall.Server);
        await anna.LookAsync(Hall.Code);
        await anna.VoteAsync(Script);

        for (var step = 0; step < 4; step++)
        {
            foreach (var page in new[] { "", "/scherm", "/leiden", "/verslag" })
                await AssertHarmlessAsync($"/m/{Hall.Code}{page}");
            await AssertHarmlessAsync($"/bijeenkomsten/{Hall.MeetingId}");
            await AssertHarmlessAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}");
            await AssertHarmlessAsync("/beheer");
            await Samira.GetAsync($"/m/{Hall.Code}/leiden");
            if (Samira.Page.QuerySelector("section.step > form:has(button.next)") is not null)
                await Samira.SubmitAsync(form: "section.step > form:has(button.next)");
        }

        await Samira.GetAsync($"/m/{Hall.Code}/verslag");
        var draft = Samira.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Text]")!.Value;
        await Hall.Minutes.PublishAsync(draft);
        await Hall.Minutes.CorrectAsync($"{draft}\n\n<script>alert(1)</script>", "<script>alert(2)</script>");
        foreach (var page in new[] { "/concept", "/verslag", "/verslag/vaststellen", "/verslag/bewaard" })
            await AssertHarmlessAsync($"/m/{Hall.Code}{page}");
        await AssertHarmlessAsync($"/verslagen/{Hall.MeetingId}");
        await AssertHarmlessAsync($"/verslagen/{Hall.MeetingId}/verschil");
    }

    private async Task AssertHarmlessAsync(string address)
    {
        var page = await Samira.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, Samira.Status);
        Assert.DoesNotContain("<script>alert", Samira.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("img[src=x], [onerror]"));
        Assert.Empty(page.QuerySelectorAll("a[href*='javascript:' i]"));
    }

    [Fact]
    public async Task An_explanation_that_is_far_too_long_is_refused_and_stays_in_the_form()
    {
        await Samira.GetAsync(Item);

        await Samira.PostAsync(Item, ("Input.Title", "Bankjes"), ("Input.Minutes", "10"), ("Input.Description", TenMillion));

        Assert.Equal("Maak de uitleg korter: hoogstens 20.000 letters.", Samira.Page.QuerySelector(".utrecht-form-field-error-message")?.TextContent);
        Assert.Equal(TenMillion.Length, Samira.Page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value.Length);
    }

    [Fact]
    public async Task Minutes_that_are_far_too_long_are_refused_and_stay_in_the_form()
    {
        var address = $"/m/{Hall.Code}/verslag";
        await Samira.GetAsync(address);

        await Samira.PostAsync($"{address}?handler=Save", ("Text", TenMillion), ("Revision", "0"));

        Assert.StartsWith("De tekst is te lang: 10.000.000 tekens.", Samira.Page.QuerySelector("main [role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(TenMillion.Length, Samira.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Text]")!.Value.Length);
    }

    [Fact]
    public async Task What_no_form_needs_is_refused_unread_as_too_large()
    {
        await Samira.GetAsync(Item);

        await Samira.PostAsync(Item, ("Input.Title", "Bankjes"), ("Input.Minutes", "10"), ("Input.Description", TenMillion + TenMillion));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, Samira.Status);
        Assert.Equal("Dit is te groot", Samira.Page.QuerySelector("h1")!.TextContent);
    }

    public sealed class OnSqlite() : BadInputTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : BadInputTests(DatabaseKind.Postgres);
}
