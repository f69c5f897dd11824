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
    public async Task A_mistake_is_shown_with_its_line_can_be_saved_and_is_not_published()
    {
        const string mistaken = "Tekst\n\n::: besluit\nTema: wonen\n\nLampen.\n:::";
        await OpenAsync(writer);

        await PressAsync(writer, "Preview", mistaken);
        Assert.StartsWith("Regel 4: ‘Tema’ kennen we hier niet.", writer.Page.QuerySelector("[data-preview] [data-line='4']")!.TextContent, StringComparison.Ordinal);

        await PressAsync(writer, null, mistaken);
        await evening.CloseAsync();
        await OpenAsync(writer);
        Assert.Equal(mistaken, Text(writer));
        await PressAsync(writer, "Publish", mistaken, form => form.Pick("ReadThrough", "true"));
        Assert.Contains("niet gepubliceerd", writer.Page.QuerySelector("#fout")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(writer.Page.QuerySelector("[data-line='4']"));
        Assert.Equal(mistaken, Text(writer));
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
    public async Task Publishing_waits_for_the_end_of_the_meeting_and_for_somebody_who_read_it_through()
    {
        await OpenAsync(writer);
        Assert.Null(writer.Page.QuerySelector("button[formaction*=Publish]"));

        await evening.CloseAsync();
        await OpenAsync(writer);
        await PressAsync(writer, "Publish", "Klaar");
        Assert.NotNull(writer.Page.QuerySelector("#fout"));
        Assert.Equal("Klaar", Text(writer));

        await PressAsync(writer, "Publish", "Klaar", form => form.Pick("ReadThrough", "true"));
        Assert.Null(writer.Page.QuerySelector("textarea"));
        await writer.GetAsync(writer.Page.QuerySelector("main a[href^='/verslagen/']")!.GetAttribute("href")!);
        Assert.Equal("Klaar", writer.Page.QuerySelector("article.minutes")!.TextContent.Trim());
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
