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
        Assert.Equal(sentence, Say(new YesNoAbstain(), Hall.YesNo, [yes, no, abstain], binding: true));

    [Theory]
    [InlineData(14, 6, 3, "De meeste mensen zeggen ja: 14 van de 20.")]
    [InlineData(4, 5, 0, "De meeste mensen zeggen nee: 5 van de 9.")]
    [InlineData(3, 0, 1, "Alle 3 stemmen zijn ja.")]
    [InlineData(0, 3, 0, "Alle 3 stemmen zijn nee.")]
    [InlineData(1, 0, 0, "De enige stem is ja.")]
    [InlineData(0, 1, 0, "De enige stem is nee.")]
    [InlineData(5, 5, 0, "Gelijk: 5 mensen zeggen ja en 5 mensen zeggen nee.")]
    [InlineData(1, 1, 0, "Gelijk: 1 persoon zegt ja en 1 persoon zegt nee.")]
    [InlineData(0, 0, 0, "Niemand heeft gestemd.")]
    [InlineData(0, 0, 2, "Niemand zegt ja of nee.")]
    public void An_indicative_question_says_what_people_think_and_decides_nothing(int yes, int no, int abstain, string sentence) =>
        Assert.Equal(sentence, Say(new YesNoAbstain(), Hall.YesNo, [yes, no, abstain], binding: false));

    [Theory]
    [InlineData(12, 7, 3, "Gekozen: ‘Groen’, met 12 stemmen.")]
    [InlineData(0, 1, 0, "Gekozen: ‘Geel’, met 1 stem.")]
    [InlineData(5, 5, 3, "Gelijk: ‘Groen’ en ‘Geel’ kregen elk 5 stemmen. Er is niets besloten.")]
    [InlineData(1, 1, 1, "Gelijk: ‘Groen’, ‘Geel’ en ‘Rood’ kregen elk 1 stem. Er is niets besloten.")]
    [InlineData(0, 0, 0, "Niemand heeft gestemd. Er is niets besloten.")]
    public void A_choice_has_its_winner_in_a_sentence(int green, int yellow, int red, string sentence) =>
        Assert.Equal(sentence, Say(new SingleChoice(), Colours, [green, yellow, red], binding: true));

    [Theory]
    [InlineData(12, 7, 3, "Het vaakst gekozen: ‘Groen’, met 12 stemmen.")]
    [InlineData(0, 1, 0, "Het vaakst gekozen: ‘Geel’, met 1 stem.")]
    [InlineData(5, 5, 3, "Gelijk: ‘Groen’ en ‘Geel’ kregen elk 5 stemmen.")]
    [InlineData(1, 1, 1, "Gelijk: ‘Groen’, ‘Geel’ en ‘Rood’ kregen elk 1 stem.")]
    [InlineData(0, 0, 0, "Niemand heeft gestemd.")]
    public void An_indicative_choice_says_what_people_want_most(int green, int yellow, int red, string sentence) =>
        Assert.Equal(sentence, Say(new SingleChoice(), Colours, [green, yellow, red], binding: false));

    private static string Say(CountingMethod method, IReadOnlyList<string> options, int[] counts, bool binding) =>
        Say(method, Piles.Decide(method, counts), options, binding);

    private static string Say(CountingMethod method, Outcome outcome, IReadOnlyList<string> options, bool binding) =>
        new OutcomeSentence(DutchTexts.Real).Of(outcome, method.Name, options, binding);
}
