using Participatie.Core.Polls;
using Participatie.Web.Polls;

namespace Participatie.Web.Tests.Polls;

public sealed class OutcomeSentenceTests
{
    private static readonly string[] Colours = ["Groen", "Geel", "Rood"];

    [Theory]
    [InlineData(27, 4, 0, "Aangenomen: 27 van de 31 stemmen zijn voor.")]
    [InlineData(27, 4, 9, "Aangenomen: 27 van de 31 stemmen zijn voor.")]
    [InlineData(5, 0, 0, "Aangenomen: alle 5 stemmen zijn voor.")]
    [InlineData(1, 0, 3, "Aangenomen: de enige stem is voor.")]
    [InlineData(4, 27, 0, "Afgewezen: 4 van de 31 stemmen zijn voor. Nodig: 16.")]
    [InlineData(1, 4, 0, "Afgewezen: 1 van de 5 stemmen is voor. Nodig: 3.")]
    [InlineData(0, 4, 0, "Afgewezen: alle 4 stemmen zijn tegen.")]
    [InlineData(0, 1, 0, "Afgewezen: de enige stem is tegen.")]
    [InlineData(7, 7, 1, "Gelijk: 7 stemmen zijn voor en 7 stemmen zijn tegen. Er is niets besloten.")]
    [InlineData(1, 1, 0, "Gelijk: 1 stem is voor en 1 stem is tegen. Er is niets besloten.")]
    [InlineData(0, 0, 0, "Niemand heeft gestemd. Er is niets besloten.")]
    [InlineData(0, 0, 1, "De enige stemmer koos niet voor of tegen. Er is niets besloten.")]
    [InlineData(0, 0, 6, "Niemand stemde voor of tegen. Er is niets besloten.")]
    public void A_proposal_has_its_verdict_in_a_sentence(int yes, int no, int abstain, string sentence) =>
        Assert.Equal(sentence, Say(new YesNoAbstain(), ["Ja", "Nee", "Ik stem niet mee"], [yes, no, abstain]));

    [Theory]
    [InlineData(12, 7, 3, "Gekozen: ‘Groen’, met 12 stemmen.")]
    [InlineData(0, 1, 0, "Gekozen: ‘Geel’, met 1 stem.")]
    [InlineData(5, 5, 3, "Gelijk: ‘Groen’ en ‘Geel’ kregen elk 5 stemmen. Er is niets besloten.")]
    [InlineData(1, 1, 1, "Gelijk: ‘Groen’, ‘Geel’ en ‘Rood’ kregen elk 1 stem. Er is niets besloten.")]
    [InlineData(0, 0, 0, "Niemand heeft gestemd. Er is niets besloten.")]
    public void A_choice_has_its_winner_in_a_sentence(int green, int yellow, int red, string sentence) =>
        Assert.Equal(sentence, Say(new SingleChoice(), Colours, [green, yellow, red]));

    private static string Say(CountingMethod method, string[] options, int[] counts) =>
        new OutcomeSentence(DutchTexts.Real).Of(method.Decide(new Tally(counts, counts.Sum())), options);
}
