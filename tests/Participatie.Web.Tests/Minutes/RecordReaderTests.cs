using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

/// <summary>The blocks in minutes, as a minute taker types them, rightly or not.</summary>
public sealed class RecordReaderTests
{
    private readonly List<Event> events = [];

    [Fact]
    public async Task A_decision_is_read_with_all_its_fields()
    {
        Release();

        var read = await ReadAsync(
            """
            Eerst gewone tekst.
            ::: Besluit
              aan :  Gemeente Utrecht
            Antwoord uiterlijk: 2027-01-05
            Mandaat: Meebeslissen
            Thema’s: Wonen, VEILIGHEID , wonen
            Stemming: 1

            De **tunnel** krijgt [licht](https://example.org)
            en `lampen`.

            - Het is donker.

            En gevaarlijk.
            :::
            Daarna ook.
            """);

        Assert.Empty(read.Records.Mistakes);
        var decision = Assert.Single(read.Records.Decisions);
        Assert.Equivalent(
            new DecisionRecord(
                1, "De tunnel krijgt licht en lampen.", "- Het is donker.\n\nEn gevaarlijk.", IsAdvice: false, Poll: 1, "Gemeente Utrecht",
                new DateOnly(2027, 1, 5), Mandate.CoDecide, ["wonen", "veiligheid"]),
            decision,
            strict: true);
        var page = Page(read);
        Assert.Equal("Besluit 1", page.QuerySelector("#verslag-besluit-1 .record-name")!.TextContent);
        Assert.Equal("5 januari 2027", page.QuerySelectorAll("#verslag-besluit-1 dd")[1].TextContent);
        Assert.Equal(["Eerst gewone tekst.", "Daarna ook."], page.QuerySelectorAll("body > p").Select(text => text.TextContent));
    }

    [Fact]
    public async Task An_empty_field_is_as_good_as_none()
    {
        var decision = Assert.Single((await ReadAsync("::: advies\nStemming:\nAan:\nAntwoord uiterlijk:\nMandaat:\nThema:\n\nTekst.\n:::")).Records.Decisions);

        Assert.Equivalent(new DecisionRecord(1, "Tekst.", "", IsAdvice: true, null, null, null, null, []), decision, strict: true);
    }

    [Theory]
    [InlineData("24 november 2026")]
    [InlineData("24-11-2026")]
    [InlineData("24/11/2026")]
    [InlineData("2026-11-24")]
    [InlineData("dinsdag 24 november 2026")]
    public async Task A_date_is_understood_as_people_write_it(string typed) => Assert.Equal(
        new DateOnly(2026, 11, 24),
        Assert.Single((await ReadAsync($"::: actie\nWie: Samira\nKlaar op: {typed}\n\nBelt.\n:::")).Records.Actions).Due);

    [Theory]
    [InlineData("::: besluit\n\nTekst.", 1, "geen einde")]
    [InlineData("::: besluit\n\nEen.\n::: actie\nWie: ik\n\nTwee.\n:::", 1, "geen einde")]
    [InlineData("Tekst\n\n::: beslut\n\nTekst.\n:::", 3, "‘beslut’ kennen we niet")]
    [InlineData("::: besluit\nAan: de gemeente\n:::", 1, "wat er besloten is")]
    [InlineData("::: actie\nKlaar op: 1-1-2027\n\nBelt.\n:::", 1, "wie het doet")]
    [InlineData("::: actie\nWie:\n\nBelt.\n:::", 1, "wie het doet")]
    [InlineData("::: actie\nWie: ik\nKlaar op: morgen\n\nBelt.\n:::", 3, "‘morgen’ is geen datum")]
    [InlineData("::: actie\nWie: ik\nKlaar op: 31-2-2027\n\nBelt.\n:::", 3, "‘31-2-2027’ is geen datum")]
    [InlineData("::: besluit\nMandaat: bepalen\n\nTekst.\n:::", 2, "geen mandaat")]
    [InlineData("::: besluit\nAan: ik\nThema: wonen, geld\n\nTekst.\n:::", 3, "‘geld’ kennen we niet")]
    [InlineData("::: besluit\nLet op: dit is tekst\n\nTekst.\n:::", 2, "lege regel")]
    [InlineData("::: besluit\nAan: ik\nAan: jij\n\nTekst.\n:::", 3, "twee keer")]
    [InlineData("::: besluit\nStemming: 1\n\nTekst.\n:::", 2, "niet gestemd")]
    [InlineData("Tekst.\n\n[[uitslag 1]]", 3, "niet gestemd")]
    public async Task A_mistake_is_pointed_out_with_its_line(string text, int line, string words)
    {
        var read = await ReadAsync(text);

        var mistake = Assert.Single(read.Records.Mistakes);
        Assert.Equal(line, mistake.Line);
        Assert.Contains(words, mistake.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "Er is maar één stemming")]
    [InlineData("nul", "Er is maar één stemming")]
    public async Task A_vote_that_was_not_held_is_pointed_out(string number, string words)
    {
        Release();

        var mistake = Assert.Single((await ReadAsync($"::: besluit\nStemming: {number}\n\nTekst.\n:::")).Records.Mistakes);

        Assert.Contains(words, mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_decided_by_a_result_that_nobody_has_seen()
    {
        Close();

        var read = await ReadAsync("[[uitslag 1]]\n\n::: besluit\nStemming: 1\n\nTekst.\n:::");

        Assert.Contains("niet vrijgegeven", Assert.Single(read.Records.Mistakes).Sentence, StringComparison.Ordinal);
        Assert.Contains("De uitslag is nog niet bekendgemaakt.", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("27", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_vote_decides_once()
    {
        Release();

        var mistake = Assert.Single((await ReadAsync("::: besluit\nStemming: 1\n\nEen.\n:::\n\n::: besluit\nStemming: 1\n\nTwee.\n:::")).Records.Mistakes);

        Assert.Equal(8, mistake.Line);
    }

    [Fact]
    public async Task A_reference_shows_the_result_with_its_rule_its_numbers_and_a_bar_for_each_option()
    {
        Release();

        var page = Page(await ReadAsync("[[Uitslag 1]]"));

        var result = page.QuerySelector("#verslag-uitslag-1")!;
        Assert.Equal("Moet er licht komen?", result.QuerySelector("strong")!.TextContent);
        Assert.Contains("Nodig: meer stemmen voor dan tegen.", result.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ja", "Nee", "Ik stem niet mee"], result.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent));
        Assert.Equal(["27", "4", "2"], result.QuerySelectorAll("tbody td:nth-child(2)").Select(cell => cell.TextContent));
        Assert.Equal(["81.8", "12.1", "6.1"], result.QuerySelectorAll("svg rect:last-child").Select(bar => bar.GetAttribute("width")));
        Assert.Equal("Aangenomen: 27 van de 31 stemmen zijn voor.", result.QuerySelector(".verdict")!.TextContent);
    }

    [Theory]
    [InlineData("a ::: besluit")]
    [InlineData("    ::: besluit")]
    [InlineData(":::")]
    [InlineData("`::: besluit`")]
    [InlineData("Zie [[uitslag 1]] hierboven")]
    [InlineData("```\n::: besluit\n[[uitslag 1]]\n```")]
    public async Task What_only_looks_like_a_block_is_text(string text)
    {
        var read = await ReadAsync(text);

        Assert.Empty(read.Records.Mistakes);
        Assert.Empty(read.Records.Decisions);
    }

    [Fact]
    public async Task Nothing_in_a_block_is_believed_to_be_html()
    {
        var read = await ReadAsync("::: besluit\nAan: <img src=x onerror=alert(1)>\n\n<script>alert(1)</script> [x](javascript:alert(1))\n:::\n\n::: <b>\n\nTekst\n:::");

        Assert.Empty(Page(read).QuerySelectorAll("img, script, b, a"));
    }

    private static IHtmlDocument Page(MinutesText read) => new HtmlParser().ParseDocument(read.Html);

    private void Close() => Happen(Deeds.PollClosed);

    private void Release()
    {
        Close();
        Happen(Deeds.PollReleased);
    }

    private void Happen(string kind) => events.Add(new Event(
        Guid.Empty, events.Count + 1, new DateTimeOffset(2026, 11, 24, 19, 0, 0, TimeSpan.Zero), "Samira", kind, Json.Write(new PollDeed(
            Guid.Empty, Guid.Empty, "Moet er licht komen?", YesNoAbstain.MethodName, Settings: null, Quorum: null, ["Ja", "Nee", "Ik stem niet mee"],
            Binding: true, Secret: true, Piles.Decide(new YesNoAbstain(), 27, 4, 2))), [], []));

    private Task<MinutesText> ReadAsync(string text) => MinutesReading.New().RunAsync(new MinutesSource(events, []), text.ReplaceLineEndings("\n"));
}
