namespace Participatie.Core.Decisions;

/// <summary>What tells a decision in minutes from the others: the vote behind it, its words, its place.</summary>
/// <param name="Number">Counts from 1 in its minutes.</param>
public sealed record DecisionMark(int Number, Guid? PollId, string Text);

/// <summary>Finds the decisions of earlier minutes back in a corrected version, so that their answers stay with them.</summary>
public static class DecisionMatching
{
    /// <summary>
    /// Pairs each decision of the new version with one of the register: first by the vote, then by the words, then by the
    /// place, which is where a reworded decision stands. No decision is paired twice.
    /// </summary>
    /// <returns>For each of <paramref name="recorded"/>, the index in <paramref name="registered"/>; null for a new decision.</returns>
    public static IReadOnlyList<int?> Match(IReadOnlyList<DecisionMark> registered, IReadOnlyList<DecisionMark> recorded)
    {
        var matches = new int?[recorded.Count];
        Pair((old, now) => old.PollId is { } poll && poll == now.PollId);
        Pair((old, now) => string.Equals(old.Text, now.Text, StringComparison.Ordinal));
        Pair((old, now) => old.Number == now.Number);
        return matches;

        void Pair(Func<DecisionMark, DecisionMark, bool> same)
        {
            for (var index = 0; index < recorded.Count; index++)
                matches[index] ??= Find(recorded[index], same);
        }

        int? Find(DecisionMark now, Func<DecisionMark, DecisionMark, bool> same)
        {
            for (var index = 0; index < registered.Count; index++)
            {
                if (!matches.Contains(index) && same(registered[index], now))
                    return index;
            }

            return null;
        }
    }
}
