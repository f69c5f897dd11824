using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>How the documents write a majority: <c>two thirds of votes cast</c>; without a base, of the votes for and against.</summary>
internal static class MajorityNotation
{
    public static Majority? Read(string text) => text.Split(" of ") switch
    {
        [""] => null,
        [var kind] => new Majority(Kind(kind), MajorityBase.WithoutAbstentions),
        [var kind, var whole] => new Majority(Kind(kind), Base(whole)),
        _ => throw new InvalidDataException($"Not a majority: '{text}'."),
    };

    private static MajorityKind Kind(string text) => text switch
    {
        "simple" => MajorityKind.Simple,
        "absolute" => MajorityKind.Absolute,
        "two thirds" => MajorityKind.TwoThirds,
        "three quarters" => MajorityKind.ThreeQuarters,
        _ => throw new InvalidDataException($"Not a kind of majority: '{text}'."),
    };

    private static MajorityBase Base(string text) => text switch
    {
        "votes for and against" => MajorityBase.WithoutAbstentions,
        "votes cast" => MajorityBase.Cast,
        "those entitled" => MajorityBase.Entitled,
        _ => throw new InvalidDataException($"Not the base of a majority: '{text}'."),
    };
}
