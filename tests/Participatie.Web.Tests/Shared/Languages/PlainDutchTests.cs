using Participatie.Testing;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>Everything that we say can be read by who reads with difficulty; what is too hard does not get in.</summary>
public sealed class PlainDutchTests
{
    /// <summary>Fewer sentences say little of a page.</summary>
    private const int EnoughForAnAverage = 5;

    [Fact]
    public void The_sources_are_found()
    {
        Assert.InRange(DutchSources.All.Select(text => text.Words).Distinct(StringComparer.Ordinal).Count(), 1_000, 10_000);
        Assert.InRange(PlainDutch.Officialese.Count, 60, 1_000);
    }

    [Theory]
    [InlineData("Privacy/Privacy.cshtml", "Bij elke vraag staat vooraf of de stemming geheim of openbaar is.")]
    [InlineData("Accounts/SigningIn/SignIn.cshtml.cs", "Ging het {0} keer mis? Wacht dan {1} minuten. Eerder lukt het niet, ook niet met het goede wachtwoord.")]
    [InlineData("Polls/Planning/PollForm.cs", "Vul de vraag in.")]
    [InlineData("Polls/Planning/PollBeginnings.cs", "Plan 1\nPlan 2\nPlan 3")]
    [InlineData("Meetings/Planning/MeetingTemplates.cs", "Wie doet wat? En wanneer is het klaar?")]
    [InlineData("Demonstration/DemoMeeting.cs", "De schommels zijn besteld. Ze komen in het voorjaar.")]
    [InlineData("Reading/OpenData/Resources/Tafel.cs", "Wat voor tafel het is.")]
    public void Dutch_is_found_wherever_it_stands(string file, string words) => Assert.Contains(new DutchText(file, words), DutchSources.All);

    [Fact]
    public void No_sentence_is_too_long() => Findings.AssertNone(Faults(PlainDutch.LongSentencesIn));

    [Fact]
    public void No_word_is_one_of_an_office() => Findings.AssertNone(Faults(PlainDutch.OfficeWordsIn));

    [Fact]
    public void Sentences_are_short_on_average() =>
        Assert.InRange(DutchSources.All.SelectMany(text => PlainDutch.SentenceLengthsIn(text.Words)).Average(), 1, PlainDutch.LongestAverage);

    [Fact]
    public void Sentences_are_short_on_average_in_every_file()
    {
        var averages = DutchSources.All.GroupBy(text => text.File, text => PlainDutch.SentenceLengthsIn(text.Words), StringComparer.Ordinal)
            .Select(file => (Name: file.Key, Lengths: file.SelectMany(lengths => lengths).ToList()))
            .Where(file => file.Lengths.Count >= EnoughForAnAverage)
            .Select(file => (file.Name, Average: file.Lengths.Average()))
            .ToList();

        Assert.InRange(averages.Count, 50, 1_000);
        Findings.AssertNone(averages.Where(file => file.Average > PlainDutch.LongestAverage).Select(file => $"{file.Name}: {file.Average:n1} words per sentence, and {PlainDutch.LongestAverage} is the most"));
    }

    [Theory]
    [InlineData("Indien je niet kunt komen, bel ons.", "\"Indien\" is \"als\" in plain Dutch")]
    [InlineData("Wij doen dit ten behoeve\nvan de wijk.", "\"ten behoeve van\" is \"voor\" in plain Dutch")]
    [InlineData("Je dient\u00a0te stemmen.", "\"dient te\" is \"moet\" in plain Dutch")]
    [InlineData("Stem nu, (thans) dus!", "\"thans\" is \"nu\" in plain Dutch")]
    public void A_word_of_an_office_is_caught_with_what_to_say_instead(string text, string fault) =>
        Assert.Equal($"{fault}: {text}", Assert.Single(PlainDutch.OfficeWordsIn(text)));

    [Theory]
    [InlineData("Bekijk het inzagerecht.")]
    [InlineData("De heer Thansen stemt mee.")]
    public void A_word_that_only_contains_one_is_not(string text) => Assert.Empty(PlainDutch.OfficeWordsIn(text));

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void A_sentence_that_is_too_long_is_caught(int words, int faults)
    {
        var sentence = string.Join(' ', Enumerable.Repeat("{0}", words)) + ".";

        Assert.Equal(faults, PlainDutch.LongSentencesIn($"Kort. {sentence} Ook – kort?").Count());
        Assert.Equal([1, words, 2], PlainDutch.SentenceLengthsIn($"Kort. {sentence} Ook – kort? Knop"));
    }

    private static IEnumerable<string> Faults(Func<string, IEnumerable<string>> judge) =>
        from text in DutchSources.All
        from fault in judge(text.Words)
        select $"{text.File}: {fault}";
}
