using System.Net;
using System.Text;
using CsvHelper;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Reading.Recount;

/// <summary>Anybody counts a result again from what is published of it.</summary>
public abstract class BallotFilesTests(DatabaseKind kind) : HallTests(kind)
{
    [Theory]
    [InlineData("yes-no", "0", "0", "1", "2")]
    [InlineData("single", "0", "1", "1")]
    [InlineData("multiple", "0,1", "1", "1,2")]
    [InlineData("approval", "0,1,2", "1", "2")]
    [InlineData("score", "0:5,1:1,2:3", "0:4,1:2,2:3", "0:1,1:1,2:5")]
    [InlineData("dots", "0:3,1:2", "1:1", "2:3")]
    [InlineData("run-off", "0:1,1:2", "1:1", "2:1,0:2,1:3", "1:1,0:2")]
    [InlineData("schulze", "0:1,1:1", "1:1,2:2", "2:1,0:2,1:3")]
    [InlineData("consent", "0", "1", "2;=1+1, \"te duur\"\nen te druk")]
    public async Task The_sheet_counts_up_to_the_released_outcome(string method, params string[] ballots)
    {
        var poll = await HoldAsync(Methods.All[method], ballots);
        var card = (await Hall.Get<PollStore>().FindAsync(poll, Ct))!;

        var rows = Read(await DownloadAsync($"/stemmingen/{poll}/stembiljetten.csv"));

        Assert.Equal(card.Rules.Method is Consent ? [.. Hall.YesNo, "Reden"] : Hall.YesNo, rows[0]);
        var recount = card.Rules.Count(rows.Skip(1).Select(row => ToBallot(card.Rules, row)), card.Outcome!.Electorate, lots: []);
        Assert.Equal(Json.Write(card.Outcome), Json.Write(recount with { Channels = card.Outcome.Channels }));
    }

    [Fact]
    public async Task The_sheet_is_an_attachment_that_a_spreadsheet_opens_and_runs_nothing_of()
    {
        var poll = await HoldAsync(new Consent(), "0", "1;@SUM(A1)", "2;=1+1");

        var answer = await Hall.Server.NewVisitor().Http.GetAsync($"/stemmingen/{poll}/stembiljetten.csv", Ct);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("stembiljetten-komen-er-bankjes.csv", answer.Content.Headers.ContentDisposition.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(["", "'=1+1", "'@SUM(A1)"], Read(bytes).Skip(1).Select(row => row[3]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("soc", "2: 1,2,3\n1: 3,1,2\n", "0:1,1:2,2:3", "0:1,1:2,2:3", "0:2,1:3,2:1")]
    [InlineData("soi", "2: 2,1\n1: 3\n", "0:2,1:1", "0:2,1:1", "2:1")]
    [InlineData("toc", "2: {1,3},2\n1: 1,2,3\n", "0:1,1:2,2:1", "0:1,1:3,2:1", "0:1,1:2,2:3")]
    [InlineData("toi", "1: 1,2,3\n1: 2\n1: {1,2}\n", "0:1,1:1", "1:1", "0:1,1:2,2:3")]
    public async Task Rankings_are_also_there_as_researchers_read_them(string extension, string orders, params string[] ballots)
    {
        var poll = await HoldAsync(new Schulze(), ballots);
        using var reader = Hall.Server.NewVisitor();
        await reader.GetAsync($"/stemmingen/{poll}");
        Assert.NotNull(reader.Page.QuerySelector($"a[href='/stemmingen/{poll}/stembiljetten.{extension}']"));

        var file = Encoding.UTF8.GetString(await DownloadAsync($"/stemmingen/{poll}/stembiljetten.{extension}"));

        Assert.StartsWith($"# FILE NAME: stembiljetten-komen-er-bankjes.{extension}\n# TITLE: Komen er bankjes?\n", file, StringComparison.Ordinal);
        Assert.Contains($"# DATA TYPE: {extension}\n", file, StringComparison.Ordinal);
        Assert.EndsWith(
            $"# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 3\n# NUMBER UNIQUE ORDERS: {orders.Count(sign => sign == '\n')}\n"
            + $"# ALTERNATIVE NAME 1: Ja\n# ALTERNATIVE NAME 2: Nee\n# ALTERNATIVE NAME 3: Ik stem niet mee\n{orders}",
            file,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soc")]
    [InlineData("toi")]
    [InlineData("exe")]
    public async Task A_kind_of_file_that_does_not_fit_is_not_there(string extension)
    {
        var poll = await HoldAsync(new Schulze(), "0:1", "1:1", "2:1");

        using var reader = Hall.Server.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/stemmingen/{poll}/stembiljetten.{extension}", Ct)).StatusCode);
    }

    [Fact]
    public async Task When_few_voted_in_secret_there_are_no_ballots_and_the_page_says_why()
    {
        var poll = await HoldAsync(new Schulze(), "0:1", "1:1");
        using var reader = Hall.Server.NewVisitor();

        await reader.GetAsync($"/stemmingen/{poll}");

        Assert.Contains("Er stemden maar weinig mensen.", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(reader.Page.QuerySelectorAll("a[download]"));
        foreach (var extension in (string[])["csv", "soi", "soc"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/stemmingen/{poll}/stembiljetten.{extension}", Ct)).StatusCode);
    }

    private async Task<Guid> HoldAsync(CountingMethod method, params string[] ballots)
    {
        var poll = await Hall.OpenPollAsync(secret: true, method: method);
        foreach (var ballot in ballots)
        {
            var answer = await Hall.Get<CastVote>().RunAsync(poll, new Voter(Hall.MeetingId, Guid.NewGuid()), BallotText.Read(ballot), attempt: 1);
            Assert.Equal(Verdict.Accepted, answer.Verdict);
        }

        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        return poll;
    }

    private async Task<byte[]> DownloadAsync(string path)
    {
        using var reader = Hall.Server.NewVisitor();
        return await reader.Http.GetByteArrayAsync(path, Ct);
    }

    private static List<string[]> Read(byte[] sheet)
    {
        using var csv = CsvReader.Create(sheet, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field))]);
        return rows;
    }

    /// <summary>A row as anybody would read it: what stands under an option is what the ballot gives to it.</summary>
    private static IReadOnlyList<Choice> ToBallot(Poll rules, string[] row) =>
    [
        .. rules.Options.Select((_, option) => option).Where(option => row[option].Length > 0).Select(option => new Choice(
            option,
            rules.Method is Score or Dots or Ranking ? int.Parse(row[option], System.Globalization.CultureInfo.InvariantCulture) : null,
            rules.Method is Consent && row[^1].Length > 0 ? row[^1].TrimStart('\'') : null)),
    ];

    public sealed class OnSqlite() : BallotFilesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : BallotFilesTests(DatabaseKind.Postgres);
}
