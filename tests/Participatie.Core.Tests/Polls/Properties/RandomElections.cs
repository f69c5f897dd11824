using FsCheck;
using FsCheck.Fluent;
using Participatie.Core.Polls;
using Participatie.Testing;

namespace Participatie.Core.Tests.Polls.Properties;

/// <summary>Makes up elections: few voters and few options, so that ties are common.</summary>
internal static class RandomElections
{
    /// <summary>Elections by any method and with any settings.</summary>
    public static Gen<Election> ByAnyMethod =>
        from kind in Gen.Elements(Enum.GetValues<MajorityKind>())
        from whole in Gen.Elements(Enum.GetValues<MajorityBase>())
        from number in Gen.Choose(1, 3)
        from winners in Gen.Choose(1, 3)
        from method in Gen.Elements<CountingMethod>(
            new YesNoAbstain(new Majority(kind, whole)), new SingleChoice(), new SingleChoice(new Majority(kind, whole)),
            new MultipleChoice(number, winners), new Approval(winners), new Score(), new Dots(number + 2, number),
            new InstantRunoff(), new Schulze(), new Consent())
        from election in By(method)
        select election;

    public static Gen<Election> By(CountingMethod method) =>
        from options in method is YesNoAbstain or Consent ? Gen.Constant(3) : Gen.Choose(1, 5)
        from voters in Gen.Choose(0, 9)
        from ballots in Ballot(method, options).ListOf(voters)
        from entitled in Gen.Choose(0, 12)
        select new Election(method, options, [.. ballots], entitled);

    /// <summary>Tries a statement on many elections.</summary>
    /// <param name="which">The elections that the statement is about.</param>
    public static void All(Gen<Election> elections, Action<Election> statement, Func<Election, bool>? which = null) =>
        Fuzz.All(Arb.From(elections, election => election.Smaller()).Filter(which ?? (_ => true)), statement, shortRun: 500);

    /// <summary>One valid ballot.</summary>
    public static Gen<IReadOnlyList<Choice>> Ballot(CountingMethod method, int options) => method switch
    {
        Score => Gen.Choose(Score.Lowest, Score.Highest).ArrayOf(options).Select(marks => Ballot(marks.Select((mark, option) => new Choice(option, mark)))),
        Dots dots => Gen.Choose(0, options - 1).NonEmptyListOf().Select(given => Ballot(
            given.Take(dots.Number).GroupBy(option => option).Select(group => new Choice(group.Key, Math.Min(group.Count(), dots.PerOption))))),
        InstantRunoff => Named(method, options).Select(named => Ballot(named.Select((option, index) => new Choice(option, index + 1)))),
        Schulze =>
            from named in Named(method, options)
            from ranks in Gen.Choose(1, options).ArrayOf(options)
            select Ballot(named.Select(option => new Choice(option, ranks[option]))),
        Consent =>
            from option in Gen.Choose(0, 2)
            from reason in Gen.Elements("Noise", "Cost")
            select Ballot([new Choice(option, Reason: option == 0 ? null : reason)]),
        _ => Named(method, options).Select(named => Ballot(named.Select(option => new Choice(option)))),
    };

    /// <summary>Some options, in any order.</summary>
    private static Gen<IEnumerable<int>> Named(CountingMethod method, int options) =>
        from order in Gen.Shuffle(Enumerable.Range(0, options))
        from number in Gen.Choose(1, method.MostChoices(options))
        select order.Take(number);

    private static IReadOnlyList<Choice> Ballot(IEnumerable<Choice> choices) => [.. choices];
}
