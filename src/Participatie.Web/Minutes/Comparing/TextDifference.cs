using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Participatie.Web.Minutes.Comparing;

public enum Change
{
    None,
    Added,
    Removed,
}

/// <summary>Words that stayed, came or went.</summary>
public sealed record DifferencePiece(Change Change, string Text);

/// <summary>A line of the newer text, with the words in it that came and went; or a line that went.</summary>
public sealed record DifferenceLine(IReadOnlyList<DifferencePiece> Pieces)
{
    public bool IsChanged => Pieces.Any(piece => piece.Change != Change.None);
}

/// <summary>What is different between two texts: line by line, and word by word where a line was reworded.</summary>
public static class TextDifference
{
    private static readonly WordChunker Words = new();

    public static IReadOnlyList<DifferenceLine> Of(string older, string newer)
    {
        var sides = SideBySideDiffBuilder.Diff(older, newer, ignoreWhiteSpace: false);
        return [.. sides.OldText.Lines.Zip(sides.NewText.Lines, Line)];
    }

    /// <summary>The same with long stretches that stayed left out: null stands for them.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="around">How many that stayed are shown before and after a change.</param>
    public static IReadOnlyList<DifferenceLine?> Shorten(IReadOnlyList<DifferenceLine> lines, int around = 2)
    {
        var shown = new List<DifferenceLine?>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (Near(index))
                shown.Add(lines[index]);
            else if (shown is not [.., null])
                shown.Add(null);
        }

        return shown;

        bool Near(int index) => lines.Take(Math.Max(0, index - around)..Math.Min(lines.Count, index + around + 1)).Any(line => line.IsChanged);
    }

    private static DifferenceLine Line(DiffPiece older, DiffPiece newer) => (older.Type, newer.Type) switch
    {
        (ChangeType.Imaginary, _) => new DifferenceLine([new(Change.Added, newer.Text)]),
        (_, ChangeType.Imaginary) => new DifferenceLine([new(Change.Removed, older.Text)]),
        (ChangeType.Unchanged, _) => new DifferenceLine([new(Change.None, newer.Text)]),
        _ => new DifferenceLine(Reworded(older.Text, newer.Text)),
    };

    private static IReadOnlyList<DifferencePiece> Reworded(string older, string newer) =>
        [.. InlineDiffBuilder.Diff(older, newer, ignoreWhiteSpace: false, ignoreCase: false, Words).Lines.Select(piece => new DifferencePiece(
            piece.Type switch
            {
                ChangeType.Inserted => Change.Added,
                ChangeType.Deleted => Change.Removed,
                _ => Change.None,
            },
            piece.Text))];
}
