using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>A year of a table as files, and the page that tells about them.</summary>
public abstract class ExportTests(DatabaseKind kind) : ServerTests(kind)
{
    private Evening evening = null!;

    private static int Year => TimeProvider.System.GetUtcNow().AddHours(1).Year;

    private static string Export => string.Create(CultureInfo.InvariantCulture, $"/tafels/{Evening.TableSlug}/export/{Year}");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task A_year_of_a_table_holds_what_the_api_says_of_it()
    {
        await HoldAsync();
        using var api = new ApiReader(Server);

        using var answer = await Visitor.Http.GetAsync($"{Export}.json", Ct);
        var year = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;

        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin")); // pages of other sites may read it
        Assert.Equal(Year, year["jaar"]!.GetValue<int>());
        foreach (var list in (string[])["vergaderingen", "agendapunten", "stemmingen", "verslagen", "besluiten"])
            Assert.True(JsonNode.DeepEquals(await api.SingleAsync(list), Assert.Single(year[list]!.AsArray())), list);
    }

    [Fact]
    public async Task Sheets_have_a_row_for_each_meeting_option_and_decision()
    {
        await HoldAsync();

        var meetings = await SheetAsync("vergaderingen");
        Assert.Equal([evening.MeetingId.ToString()], Column(meetings, "id"));
        Assert.Equal(["gehouden"], Column(meetings, "status"));
        var votes = await SheetAsync("stemmingen");
        Assert.Equal(["Ja", "Nee", "Ik stem niet mee"], Column(votes, "keuze"));
        Assert.Equal(["3", "1", "0"], Column(votes, "stemmen"));
        Assert.Equal(["ja", "nee", "nee"], Column(votes, "gekozen"));
        var decisions = await SheetAsync("besluiten");
        Assert.Equal(["advies"], Column(decisions, "soort"));
        Assert.Equal([Evening.Question], Column(decisions, "tekst"));
    }

    [Fact]
    public async Task Before_the_release_a_year_holds_no_result()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.CloseAsync();
        await evening.Minutes.ShareAsync("Een concept.");

        Assert.Single(await SheetAsync("stemmingen"));
        Assert.Single(await SheetAsync("besluiten"));
        var all = await Visitor.Http.GetStringAsync($"{Export}.json", Ct);
        Assert.DoesNotContain(Evening.Question, all, StringComparison.Ordinal);
        Assert.DoesNotContain("concept", all, StringComparison.Ordinal);
        Assert.DoesNotContain(evening.Code, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_an_attachment_that_a_spreadsheet_opens_and_runs_nothing_of()
    {
        await Server.Db.ExecuteAsync("update meetings set title = '=1+1', place = '@SUM(A1)', cancellation = '+31 is te laat'", null, Ct);

        using var answer = await Visitor.Http.GetAsync($"{Export}/vergaderingen.csv", Ct);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{Evening.TableSlug}-{Year}-vergaderingen.csv"), answer.Content.Headers.ContentDisposition.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = Read(bytes);
        Assert.Equal(("'=1+1", "'@SUM(A1)", "'+31 is te laat"), (Column(rows, "naam").Single(), Column(rows, "locatie").Single(), Column(rows, "redenAnnulering").Single()));
    }

    [Fact]
    public async Task Another_year_is_empty_and_what_does_not_exist_is_not_there()
    {
        using var past = await Visitor.Http.GetAsync($"/tafels/{Evening.TableSlug}/export/1999.json", Ct);
        Assert.Empty(JsonNode.Parse(await past.Content.ReadAsStringAsync(Ct))!["vergaderingen"]!.AsArray());

        foreach (var path in (string[])["/tafels/atlantis/export/2026.json", "/tafels/atlantis/export/2026/besluiten.csv", $"{Export}.xml", $"{Export}/bewoners.csv", $"/tafels/{Evening.TableSlug}/export/3.json"])
        {
            using var answer = await Visitor.Http.GetAsync(path, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_page_of_a_table_leads_to_its_files()
    {
        await Visitor.GetAsync($"/tafels/{Evening.TableSlug}");

        var section = Visitor.Page.QuerySelector("section[aria-labelledby=hergebruiken]")!;
        Assert.Equal("Gegevens om te hergebruiken", section.QuerySelector("h2")!.TextContent);
        var links = section.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal([$"{Export}/vergaderingen.csv", $"{Export}/stemmingen.csv", $"{Export}/besluiten.csv", $"{Export}.json"], links);
        foreach (var link in links)
            (await Visitor.Http.GetAsync(link, Ct)).EnsureSuccessStatusCode().Dispose();
    }

    [Fact]
    public async Task A_table_that_never_met_has_no_files()
    {
        await Visitor.GetAsync("/tafels/bestuurstafel-overvecht");

        Assert.Null(Visitor.Page.QuerySelector("section[aria-labelledby=hergebruiken]"));
    }

    [Fact]
    public async Task A_page_explains_the_data_and_every_page_leads_to_it()
    {
        await Visitor.GetAsync("/");
        Assert.NotNull(Visitor.Page.QuerySelector("footer a[href='/open-data']"));

        await Visitor.GetAsync("/open-data");

        foreach (var link in Visitor.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith('/')))
            (await Visitor.Http.GetAsync(link, Ct)).EnsureSuccessStatusCode().Dispose();
        var terms = Visitor.Page.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        foreach (var term in (string[])["vergadering", "agendapunt", "stemming", "besluit"])
            Assert.Contains(terms, row => string.Equals(row[1], term, StringComparison.Ordinal) && string.Equals(row[2], term, StringComparison.Ordinal));
        Assert.Contains(terms, row => string.Equals(row[1], "verslag", StringComparison.Ordinal) && row[2].StartsWith("document", StringComparison.Ordinal));
        Assert.Contains("CC0", Visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task HoldAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
    }

    private async Task<List<string[]>> SheetAsync(string name) => Read(await Visitor.Http.GetByteArrayAsync($"{Export}/{name}.csv", Ct));

    private static IEnumerable<string> Column(List<string[]> rows, string name)
    {
        var index = Array.IndexOf(rows[0], name);
        return rows.Skip(1).Select(row => row[index]);
    }

    private static List<string[]> Read(byte[] sheet)
    {
        using var csv = CsvReader.Create(sheet, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field))]);
        return rows;
    }

    public sealed class OnSqlite() : ExportTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ExportTests(DatabaseKind.Postgres);
}
