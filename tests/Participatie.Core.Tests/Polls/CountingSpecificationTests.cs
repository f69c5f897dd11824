using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>Every row of every document in this folder is a test.</summary>
public sealed class CountingSpecificationTests
{
    private static readonly string[] Methods = [YesNoAbstain.MethodName, SingleChoice.MethodName, MultipleChoice.MethodName];

    public static TheoryData<string, string, bool> Validity => new(
        from specification in CountingSpecification.All
        from row in specification.Rows("Ballot")
        select (specification.Name, row["Ballot"], YesOrNo(row["Valid"])));

    public static TheoryData<string, string, string, string, string?, string> Meaning => new(
        from specification in CountingSpecification.All
        from row in specification.Rows("Ballots")
        select (specification.Name, row["Ballots"], row["Ballots cast"], row["Counts"], row.GetValueOrDefault("Needed"), row["Outcome"]));

    [Fact]
    public void Every_method_has_exactly_one_document() =>
        Assert.Equal(Methods.Order(StringComparer.Ordinal), CountingSpecification.All.Select(specification => specification.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Validity))]
    public void A_ballot_is_valid_when_its_document_says_so(string method, string ballot, bool valid)
    {
        var specification = CountingSpecification.Of(method);

        Assert.Equal(valid, specification.Method.Accepts(specification.Ballot(ballot), specification.Options.Count));
    }

    [Theory]
    [MemberData(nameof(Meaning))]
    public void Ballots_mean_what_their_document_says(string method, string ballots, string cast, string counts, string? needed, string outcome)
    {
        var specification = CountingSpecification.Of(method);
        var poll = new Poll(PollState.Open, specification.Method, specification.Options, Binding: false, Secret: true);

        var decided = poll.Count(specification.Ballots(ballots));

        Assert.Equal(cast, Text(decided.Tally.Ballots));
        Assert.Equal(counts, string.Join(", ", specification.Options.Zip(decided.Tally.Counts, (option, count) => $"{option} {Text(count)}")));
        Assert.Equal(needed, decided.Needed is { } votes ? Text(votes) : null);
        Assert.Equal(outcome, Words(decided, specification.Options));
    }

    private static string Words(Outcome outcome, IReadOnlyList<string> options)
    {
        var winners = string.Join(", ", outcome.Winners.Select(option => options[option]));
        return winners.Length == 0 ? Word(outcome.Result) : $"{Word(outcome.Result)}: {winners}";
    }

    private static string Word(Result result) => result switch
    {
        Result.NoVotes => "no votes",
        Result.Adopted => "adopted",
        Result.Rejected => "rejected",
        Result.Chosen => "chosen",
        Result.Tie => "tie",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static bool YesOrNo(string cell) => cell switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new InvalidDataException($"Not yes or no: '{cell}'."),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
