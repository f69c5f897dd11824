namespace Participatie.Core.Polls;

public enum MajorityKind
{
    /// <summary>More votes for than against.</summary>
    Simple,

    /// <summary>More than half.</summary>
    Absolute,

    /// <summary>Two thirds or more.</summary>
    TwoThirds,

    /// <summary>Three quarters or more.</summary>
    ThreeQuarters,
}

/// <summary>Half, two thirds or three quarters of what?</summary>
public enum MajorityBase
{
    /// <summary>The votes for and against; who abstains does not count.</summary>
    WithoutAbstentions,

    /// <summary>Every ballot, abstentions included.</summary>
    Cast,

    /// <summary>Everybody who may vote, also those who did not.</summary>
    Entitled,
}

/// <summary>
/// A majority in exact integer arithmetic. A simple majority compares for with against, whatever the base; the others
/// are a part of the base (Gemeentewet, article 30, asks the absolute majority of those who cast a vote).
/// </summary>
public sealed record Majority(MajorityKind Kind, MajorityBase Base)
{
    /// <summary>What a table asks unless it agreed on something else: more for than against.</summary>
    public static readonly Majority Ordinary = new(MajorityKind.Simple, MajorityBase.WithoutAbstentions);

    /// <summary>The smallest number of votes for that is enough.</summary>
    /// <param name="forAndAgainst">The votes that are not abstentions.</param>
    /// <param name="cast">All ballots.</param>
    /// <param name="entitled">All who may vote.</param>
    public int Needed(int forAndAgainst, int cast, int entitled)
    {
        var whole = (Kind, Base) switch
        {
            (MajorityKind.Simple, _) or (_, MajorityBase.WithoutAbstentions) => forAndAgainst,
            (_, MajorityBase.Cast) => cast,
            _ => entitled,
        };
        return Kind switch
        {
            MajorityKind.TwoThirds => Part(2, 3, whole),
            MajorityKind.ThreeQuarters => Part(3, 4, whole),
            _ => whole / 2 + 1,
        };
    }

    /// <summary>The smallest whole number that is at least this part of the whole; never nothing, for nobody decides nothing.</summary>
    internal static int Part(int numerator, int denominator, int whole) =>
        (int)Math.Max(1, ((long)whole * numerator + denominator - 1) / denominator);
}
