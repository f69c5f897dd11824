using System.Net;
using AngleSharp.Html.Dom;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Minutes;

/// <summary>The minute taker's page, without JavaScript.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Visitor writer = null!;
    private Evening evening = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(DatabaseKind.Sqlite);
        writer = server.NewVisitor();
        evening = await Evening.PlanAsync(server);
        await evening.AddMinuteTakerAsync();
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await SignInAsync(writer);
    }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_page_starts_with_a_draft_of_what_happened()
    {
        await OpenAsync(writer);

        Assert.Contains("[[uitslag 1]]\n\n::: advies\nStemming: 1\n", Text(writer), StringComparison.Ordinal);
        Assert.Contains(@"Geld voor \<jongeren\>", Text(writer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_text_and_saves_nothing()
    {
        await OpenAsync(writer);

        await PressAsync(writer, "Preview", "# Kop\n\n<script>");

        Assert.Equal("Kop", writer.Page.QuerySelector("[data-preview] h2")!.TextContent);
        Assert.Equal("# Kop\n\n<script>", Text(writer));
        await OpenAsync(writer);
        Assert.StartsWith("# Verslag", Text(writer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_of_the_draft_shows_the_result_and_points_out_no_mistake()
    {
        await OpenAsync(writer);

        await PressAsync(writer, "Preview", Text(writer));

        Assert.Equal("Aangenomen: 3 van de 4 stemmen zijn voor.", writer.Page.QuerySelector("[data-preview] .result .verdict")!.TextContent);
        Assert.NotNull(writer.Page.QuerySelector("[data-preview] .record.besluit"));
        Assert.Null(writer.Page.QuerySelector("[data-preview] [data-line]"));
    }

    [Fact]
    public async Task A_mistake_is_shown_with_its_line_can_be_saved_and_is_not_shared()
    {
        const string mistaken = "Tekst\n\n::: besluit\nTema: wonen\n\nLampen.\n:::";
        await OpenAsync(writer);

        await PressAsync(writer, "Preview", mistaken);
        Assert.StartsWith("Regel 4: ‘Tema’ kennen we hier niet.", writer.Page.QuerySelector("[data-preview] [data-line='4']")!.TextContent, StringComparison.Ordinal);

        await PressAsync(writer, null, mistaken);
        await evening.CloseAsync();
        await OpenAsync(writer);
        Assert.Equal(mistaken, Text(writer));
        await OpenAdoptionAsync(writer);
        await TakeStepAsync(writer, "Share", form => form.Pick("ReadThrough", "true"));
        Assert.Contains("niet gedeeld", writer.Page.QuerySelector("#fout")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(writer.Page.QuerySelector("[data-line='4']"));
    }

    [Fact]
    public async Task Who_saves_second_sees_both_texts_and_can_then_overwrite_knowingly()
    {
        using var colleague = server.NewVisitor();
        await SignInAsync(colleague);
        await OpenAsync(colleague);
        await OpenAsync(writer);
        await PressAsync(colleague, null, "Van de collega");

        await PressAsync(writer, null, "\nVan mij");

        Assert.Equal("\nVan mij", Text(writer));
        Assert.Equal("Van de collega", writer.Page.QuerySelector("#andere-tekst")!.TextContent);
        Assert.Contains("mij", writer.Page.QuerySelector(".difference ins")!.TextContent, StringComparison.Ordinal);

        await PressAsync(writer, null, "Van ons");
        await OpenAsync(colleague);
        Assert.Equal("Van ons", Text(colleague));
    }

    [Fact]
    public async Task Drafting_again_first_warns_and_keeps_what_was_typed()
    {
        await OpenAsync(writer);

        await PressAsync(writer, "Redraft", "Mijn tekst");
        Assert.Equal("Mijn tekst", Text(writer));
        Assert.NotNull(writer.Page.QuerySelector(".utrecht-alert--warning[role=alert]"));

        await PressAsync(writer, "Append", "Mijn tekst");
        Assert.StartsWith("Mijn tekst\n\n# Verslag", Text(writer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_with_the_text_still_in_the_box()
    {
        await OpenAsync(writer);
        var endless = string.Concat(Enumerable.Repeat("één ", 2_500_000));

        await PressAsync(writer, null, endless);

        Assert.Equal(HttpStatusCode.OK, writer.Status);
        Assert.Contains("De tekst is te lang", writer.Page.QuerySelector("#fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(endless.Length, Text(writer).Length);
    }

    [Fact]
    public async Task Saving_by_itself_tells_the_next_number_and_never_overwrites_somebody()
    {
        await OpenAsync(writer);
        var address = $"/m/{evening.Code}/verslag?handler=Autosave";

        await writer.PostAsync(address, ("Text", "Van mij"), ("Revision", "0"));
        Assert.Equal("{\"revision\":1}", writer.Source);
        await OpenAsync(writer);
        await writer.PostAsync(address, ("Text", "Van een ander"), ("Revision", "0"));
        Assert.Equal(HttpStatusCode.Conflict, writer.Status);

        await OpenAsync(writer);
        Assert.Equal("Van mij", Text(writer));
    }

    [Fact]
    public async Task An_earlier_text_can_be_looked_at_and_put_back()
    {
        await OpenAsync(writer);
        await PressAsync(writer, null, "Het was dinsdag.");
        await PressAsync(writer, null, "Het was woensdag.");

        await writer.GetAsync($"/m/{evening.Code}/verslag/bewaard");
        Assert.Equal(2, writer.Page.QuerySelectorAll(".revisions li").Length);
        Assert.Contains("dinsdag", writer.Page.QuerySelector(".difference del")!.TextContent, StringComparison.Ordinal);
        await writer.GetAsync(writer.Page.QuerySelectorAll(".revisions a")[1].GetAttribute("href")!);
        await writer.GetAsync(writer.Page.QuerySelector("a[href*=terug]")!.GetAttribute("href")!);

        Assert.Equal("Het was dinsdag.", Text(writer));
        await PressAsync(writer, null, Text(writer));
        await OpenAsync(writer);
        Assert.Equal("Het was dinsdag.", Text(writer));
    }

    [Fact]
    public async Task Minutes_go_from_draft_to_published_by_one_button_at_a_time()
    {
        await OpenAsync(writer);
        await PressAsync(writer, null, "Klaar");
        await OpenAdoptionAsync(writer);
        Assert.Null(writer.Page.QuerySelector("form[action*=handler] button"));

        await evening.CloseAsync();
        await OpenAdoptionAsync(writer);
        await TakeStepAsync(writer, "Share");
        Assert.Contains("Lees het verslag eerst na", writer.Page.QuerySelector("#fout")!.TextContent, StringComparison.Ordinal);
        await TakeStepAsync(writer, "Share", form => form.Pick("ReadThrough", "true"));
        await TakeStepAsync(writer, "Adopt", form => form.Type("Chair", "Samira de Vries"));
        await TakeStepAsync(writer, "Publish", form => form.Pick("ReadThrough", "true"));

        await writer.GetAsync(writer.Page.QuerySelector("main a[href^='/verslagen/']")!.GetAttribute("href")!);
        Assert.Equal("Klaar", writer.Page.QuerySelector("article.minutes")!.TextContent.Trim());
        Assert.Contains("door voorzitter Samira de Vries", writer.Page.Body!.TextContent, StringComparison.Ordinal);
        await OpenAsync(writer);
        Assert.Null(writer.Page.QuerySelector("textarea[name=Text]"));
    }

    [Fact]
    public async Task Who_was_there_says_what_is_wrong_and_reads_what_became_of_it()
    {
        await evening.CloseAsync();
        using var resident = server.NewVisitor();
        await resident.GetAsync($"/m/{evening.Code}/concept");
        Assert.Contains("Er is nu geen concept", resident.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(resident.Page.QuerySelector("form textarea"));

        await evening.Minutes.ShareAsync("Het was dinsdag.");
        await resident.GetAsync($"/m/{evening.Code.ToLowerInvariant()}/concept");
        Assert.Equal("Het was dinsdag.", resident.Page.QuerySelector("article.minutes")!.TextContent.Trim());
        await resident.SubmitAsync(form => form.Type("Wrong", "Nee, woensdag <b>"), "form:has([name=Wrong])");
        Assert.Equal("Nee, woensdag <b>", resident.Page.QuerySelector(".card .written")!.TextContent);

        await OpenAdoptionAsync(writer);
        Assert.Null(writer.Page.QuerySelector("form[action*=Adopt]"));
        await TakeStepAsync(writer, "Judge", form => form.Type("Reason", "Dat stond op de uitnodiging."), "button[value=Declined]");

        await resident.GetAsync($"/m/{evening.Code}/concept");
        Assert.Contains("Niet overgenomen", resident.Page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dat stond op de uitnodiging.", resident.Page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_correction_is_told_of_without_its_words()
    {
        await evening.CloseAsync();
        await evening.Minutes.ShareAsync("Het was dinsdag.");
        using var resident = server.NewVisitor();
        await resident.GetAsync($"/m/{evening.Code}/concept");
        await resident.SubmitAsync(form => form.Type("Wrong", "Mijn buurman Piet is gek."), "form:has([name=Wrong])");
        await OpenAdoptionAsync(writer);
        await TakeStepAsync(
            writer,
            "Judge",
            form =>
            {
                form.Type("Reason", "Dit gaat over een persoon.");
                form.Pick("Hidden", "true");
            },
            "button[value=Declined]");

        using var other = server.NewVisitor();
        await other.GetAsync($"/m/{evening.Code}/concept");
        Assert.DoesNotContain("Piet", other.Source, StringComparison.Ordinal);
        Assert.Contains("Dit gaat over een persoon.", other.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_table_may_not_write()
    {
        await server.Db.ExecuteAsync("delete from table_roles", null, TestContext.Current.CancellationToken);

        await writer.GetAsync($"/m/{evening.Code}/verslag");

        Assert.Equal(HttpStatusCode.Forbidden, writer.Status);
    }

    private static string Text(Visitor visitor) => Assert.IsAssignableFrom<IHtmlTextAreaElement>(visitor.Page.QuerySelector("textarea[name=Text]")).Value.ReplaceLineEndings("\n");

    private static async Task PressAsync(Visitor visitor, string? button, string text, Action<IHtmlFormElement>? fill = null) => await visitor.SubmitAsync(
        form =>
        {
            form.Type("Text", text);
            fill?.Invoke(form);
        },
        "#verslag",
        button is null ? null : $"button[formaction*={button}]");

    private async Task OpenAdoptionAsync(Visitor visitor)
    {
        await visitor.GetAsync($"/m/{evening.Code}/verslag/vaststellen");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private static async Task TakeStepAsync(Visitor visitor, string step, Action<IHtmlFormElement>? fill = null, string? button = null) =>
        await visitor.SubmitAsync(form => fill?.Invoke(form), $"form[action*={step}]", button);

    private static async Task SignInAsync(Visitor visitor)
    {
        await visitor.GetAsync("/inloggen");
        await visitor.SubmitAsync(form =>
        {
            form.Type("email", Evening.Email);
            form.Type("password", Evening.Password);
        });
    }

    private async Task OpenAsync(Visitor visitor)
    {
        await visitor.GetAsync($"/m/{evening.Code.ToLowerInvariant()}/verslag");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }
}
