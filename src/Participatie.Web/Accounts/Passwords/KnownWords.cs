using System.Collections.Frozen;
using System.Text.Json;

namespace Participatie.Web.Accounts.Passwords;

/// <summary>Passwords that many people chose and words that many people use, in lower case: what is tried first.</summary>
public sealed class KnownWords
{
    private const int Shortest = 4;
    private const int Longest = 40;

    private static readonly string[] Lists = ["passwords/common.json", "passwords/dutch.json"];

    private readonly Lazy<FrozenSet<string>> words = new(Read);

    /// <summary>The length of the longest known word that a text begins with; 0 when there is none.</summary>
    /// <param name="text">In lower case.</param>
    /// <param name="more">Words that are known too, such as the name of whose password it is.</param>
    public int LongestAt(ReadOnlySpan<char> text, IReadOnlyCollection<string> more)
    {
        var known = words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(text.Length, Longest); length >= Shortest; length--)
        {
            var word = text[..length];
            if (known.Contains(word))
                return length;

            foreach (var other in more)
            {
                if (word.SequenceEqual(other))
                    return length;
            }
        }

        return 0;
    }

    private static FrozenSet<string> Read() =>
        Lists.SelectMany(ReadList).Where(word => word.Length >= Shortest).Select(word => word.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    private static string[] ReadList(string name)
    {
        using var list = typeof(KnownWords).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<string[]>(list)!;
    }
}
