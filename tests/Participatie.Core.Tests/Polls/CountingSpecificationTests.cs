using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>Every row of every document in this folder is a test.</summary>
public sealed class CountingSpecificationTests
{
    private static readonly string[] Methods =
    [
        YesNoAbstain.MethodName, SingleChoice.MethodName, MultipleChoice.MethodName, Approval.MethodName, Score.MethodName,
        Dots.MethodName, InstantRunoff.MethodName, Schulze.MethodName, Consent.MethodName,
    ];

    public static TheoryData<string, int> Validity => Lines(example => example.IsAboutValidity);

    public static TheoryData<string, int> Meaning => Lines(example => !example.IsAboutValidity);

    [Fact]
    public void Every_method_has_exactly_one_document() =>
        Assert.Equal(
            Methods.Order(StringComparer.Ordinal),
            CountingSpecification.All.Select(document => document.Examples.Select(example => example.Method.Name).Distinct(StringComparer.Ordinal).Single())
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Validity))]
    public void A_ballot_is_valid_when_its_document_says_so(string document, int line)
    {
        var example = CountingSpecification.Example(document, line);

        Assert.Equal(example.Valid, example.Method.Accepts(example.Ballot, example.Options.Length));
    }

    [Theory]
    [MemberData(nameof(Meaning))]
    public void Ballots_mean_what_their_document_says(string document, int line)
    {
        var example = CountingSpecification.Example(document, line);
        var found = new OutcomeNotation(example.Outcome, example.Options);

        Assert.All(example.Expected, expected => Assert.Equal(expected.Cell, found.Cell(expected.Column)));
    }

    [Theory]
    [MemberData(nameof(Meaning))]
    public void Documents_count_valid_ballots_only(string document, int line)
    {
        var example = CountingSpecification.Example(document, line);

        Assert.All(example.Ballots, ballot => Assert.True(example.Method.Accepts(ballot, example.Options.Length)));
    }

    private static TheoryData<string, int> Lines(Func<CountingExample, bool> which) => new(
        from specification in CountingSpecification.All
        from example in specification.Examples.Where(which)
        select (specification.Document, example.Line));
}
