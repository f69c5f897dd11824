using AngleSharp.Html.Parser;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Notes;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

public sealed class MinutesDraftTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 18, 30, 0, TimeSpan.Zero);
    private static readonly MinutesHeading Heading = new("Wijktafel Overvecht", "Geld voor jongeren", "De Dreef", Start, "Bestuurstafel Overvecht");
    private static readonly Guid Item = Guid.NewGuid();
    private static readonly Guid Vote = Guid.NewGuid();

    private readonly List<Event> events = [];

    [Fact]
    public void The_draft_tells_who_did_what_when_and_what_came_of_it()
    {
        Happen(0, Deeds.MeetingOpened, new MeetingDeed("Geld voor jongeren", "De Dreef"));
        Happen(5, Deeds.ItemStarted, new ItemDeed(Item, "Jongerenwerk"));
        Happen(20, Deeds.PollOpened, Poll(null));
        Happen(25, Deeds.PollClosed, Poll(Adopted));
        Happen(26, Deeds.PollReleased, Poll(Adopted));
        Happen(90, Deeds.MeetingClosed, new MeetingDeed("Geld voor jongeren", "De Dreef"));

        Assert.Equal(
            """
            # Verslag: Geld voor jongeren

            - Tafel: Wijktafel Overvecht
            - Datum: dinsdag 24 november 2026, 19.30 uur
            - Plaats: De Dreef

            Om 19.30 uur opende Samira de Vries de bijeenkomst.

            ## Jongerenwerk

            Begonnen om 19.35 uur.

            [[uitslag 1]]

            ::: advies
            Stemming: 1
            Aan: Bestuurstafel Overvecht
            Antwoord uiterlijk: 5 januari 2027
            Mandaat: adviseren
            Thema:

            Moet 30% van het geld naar jongerenwerk?
            :::

            ## Sluiting

            Om 21.00 uur sloot Samira de Vries de bijeenkomst.

            """.ReplaceLineEndings("\n"),
            Draft());
    }

    [Fact]
    public void A_result_that_is_not_released_stays_out_of_the_draft()
    {
        Happen(5, Deeds.ItemStarted, new ItemDeed(Item, "Jongerenwerk"));
        Happen(20, Deeds.PollOpened, Poll(null));
        Happen(25, Deeds.PollClosed, Poll(Adopted));

        Assert.Contains("[[uitslag 1]]", Draft(), StringComparison.Ordinal);
        Assert.DoesNotContain(":::", Draft(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_was_taken_up_again_stands_there_once_with_both_its_times()
    {
        Happen(5, Deeds.ItemStarted, new ItemDeed(Item, "Jongerenwerk"));
        Happen(10, Deeds.ItemStarted, new ItemDeed(Guid.NewGuid(), "Pauze"));
        Happen(15, Deeds.ItemStarted, new ItemDeed(Item, "Jongerenwerk"));

        Assert.Single(Draft().Split('\n'), "## Jongerenwerk");
        Assert.Contains("Begonnen om 19.35 uur.\n\nWeer opgepakt om 19.45 uur.", Draft(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_without_a_log_has_a_draft_too() =>
        Assert.Contains("De bijeenkomst is nog niet begonnen.", Draft(), StringComparison.Ordinal);

    [Theory]
    [InlineData("# <b>vet</b>")]
    [InlineData("| a | b |")]
    [InlineData("**[klik](https://example.org)**")]
    [InlineData("![beeld](https://example.org/a.png)")]
    [InlineData("regel een\n\n# regel twee")]
    [InlineData("regel een\r| --- |")]
    [InlineData("`code` ~~weg~~ &amp; &lt; \\| \\")]
    [InlineData("__init__ * ster_ren*")]
    [InlineData("<https://example.org>")]
    [InlineData("eindigt op #")]
    public async Task What_people_typed_reads_as_they_typed_it_and_breaks_nothing(string typed)
    {
        Happen(0, Deeds.MeetingOpened, new MeetingDeed(typed, typed));
        Happen(5, Deeds.ItemStarted, new ItemDeed(Item, typed));
        var poll = new PollDeed(Vote, Item, typed, SingleChoice.MethodName, Settings: null, Quorum: null, [typed, "Anders"], Binding: true, Secret: true, Piles.Decide(new SingleChoice(), 3, 1));
        Happen(20, Deeds.PollOpened, poll with { Outcome = null });
        Happen(26, Deeds.PollReleased, poll);

        var read = await MinutesReading.New().RunAsync(new MinutesSource(events, []), Draft(Heading with { Title = typed, Place = typed, Table = typed, Addressee = typed }));

        var page = await new HtmlParser().ParseDocumentAsync(read.Html, TestContext.Current.CancellationToken);
        var line = string.Join(' ', typed.Split(['\n', '\r'])).Trim();
        Assert.Empty(read.Records.Mistakes);
        Assert.Equal([Plain($"Verslag: {line}"), Plain(line)], page.QuerySelectorAll("h2, h3, h4").Select(heading => Plain(heading.TextContent)));
        Assert.Equal(Plain(line), Plain(page.QuerySelector(".result strong")!.TextContent));
        Assert.Equal([Plain(line), "Anders"], page.QuerySelectorAll("tbody th").Select(cell => Plain(cell.TextContent)));
        Assert.Equal(Plain($"Gekozen: ‘{line}’, met 3 stemmen."), Plain(page.QuerySelector(".verdict")!.TextContent));
        var decision = Assert.Single(read.Records.Decisions);
        Assert.Equal((Plain(line), Plain(line)), (Plain(decision.Text), Plain(decision.Addressee!)));
        Assert.Empty(page.QuerySelectorAll("b, em, code, img, h1"));
    }

    [Fact]
    public void The_draft_tells_how_many_were_there_how_long_each_side_spoke_and_what_was_jotted_down()
    {
        Happen(0, Deeds.MeetingOpened, new MeetingDeed("Geld voor jongeren", "De Dreef"));
        Happen(1, Deeds.AttendanceCounted, new AttendanceDeed(3, 1));
        Happen(2, Deeds.AttendanceCounted, new AttendanceDeed(14, 1));
        Happen(5, Deeds.ItemStarted, new ItemDeed(Item, "Jongerenwerk"));
        Happen(6, Deeds.FloorGiven, new FloorDeed(Side.Professionals));
        Happen(16, Deeds.FloorGiven, new FloorDeed(Side.Residents));
        Happen(30, Deeds.FloorGiven, new FloorDeed(null));
        Happen(40, Deeds.FloorGiven, new FloorDeed(Side.Residents));
        Happen(46, Deeds.MeetingClosed, new MeetingDeed("Geld voor jongeren", "De Dreef"));

        var draft = Draft(null, new NoteRow(Guid.NewGuid(), Item, "Jongerenwerk", "Veel mensen willen **een eigen plek**.\n", "Wim", Start), new NoteRow(Guid.NewGuid(), Item, "Jongerenwerk", "Er is zorg over de avond.", "Wim", Start));

        Assert.Contains("- Plaats: De Dreef\n- Aan tafel: 14 bewoners en 1 professional\n- Aan het woord: bewoners 20 minuten (67%), professionals 10 minuten\n", draft, StringComparison.Ordinal);
        Assert.Contains("Begonnen om 19.35 uur.\n\nVeel mensen willen **een eigen plek**.\n\nEr is zorg over de avond.\n\n## Sluiting", draft, StringComparison.Ordinal);
    }

    private static Outcome Adopted => Piles.Decide(new YesNoAbstain(), 27, 4, 2);

    private static PollDeed Poll(Outcome? outcome) => new(
        Vote, Item, "Moet 30% van het geld naar jongerenwerk?", YesNoAbstain.MethodName, Settings: null, Quorum: null,
        ["Ja", "Nee", "Ik stem niet mee"], Binding: true, Secret: true, outcome);

    /// <summary>White space as a reader sees it.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Happen(int minute, string kind, object data) => events.Add(
        new Event(Guid.Empty, events.Count + 1, Start.AddMinutes(minute), "Samira de Vries", kind, Json.Write(data), [], []));

    private string Draft(MinutesHeading? heading = null, params NoteRow[] notes) =>
        new MinutesDraft(DutchTexts.Real).Write(heading ?? Heading, events, notes);
}
