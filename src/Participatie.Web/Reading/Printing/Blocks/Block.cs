using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>Where text leads: the same one for all its runs.</summary>
public sealed class Hyperlink(string address)
{
    public string Address => address;
}

/// <summary>Text that looks the same; <c>\n</c> begins a new line.</summary>
public sealed record Run(string Text, Look Look = default, Hyperlink? Link = null);

/// <summary>A part of a document that stands below the one before it.</summary>
public abstract record Block;

public sealed record TextBlock(TextStyle Style, IReadOnlyList<Run> Runs, string? Anchor = null) : Block
{
    public string Text => string.Concat(Runs.Select(run => run.Text));

    public static TextBlock Of(TextStyle style, string text, Hyperlink? link = null) => new(style, [new Run(text, Link: link)]);
}

/// <summary>Entries with a label before each.</summary>
/// <param name="Numbering">How PDF calls it: <c>Decimal</c>, <c>Disc</c>; for names and values <c>None</c>.</param>
/// <param name="Indent">How much room there is for the labels, in points.</param>
public sealed record ListBlock(string Numbering, double Indent, IReadOnlyList<ListEntry> Entries) : Block
{
    public static ListBlock Marked(IReadOnlyList<IReadOnlyList<Block>> bodies) =>
        new("Disc", 20, [.. bodies.Select(body => new ListEntry(TextBlock.Of(TextStyle.Mark, "•"), body))]);

    public static ListBlock Numbered(IReadOnlyList<ListEntry> entries) => new("Decimal", 28, entries);

    /// <summary>Names and values.</summary>
    public static ListBlock Facts(IReadOnlyList<ListEntry> entries) => new("None", 145, entries);
}

public sealed record ListEntry(TextBlock Label, IReadOnlyList<Block> Body);

/// <summary>Blocks that belong together, and look so.</summary>
/// <param name="Tag">What PDF calls it.</param>
public sealed record FrameBlock(FrameStyle Style, string Tag, IReadOnlyList<Block> Body, string? Anchor = null) : Block;

/// <summary>A line from side to side: here something else begins.</summary>
public sealed record RuleBlock : Block;

/// <summary>A picture that is no part of a sentence.</summary>
/// <param name="Address">As the page has it.</param>
/// <param name="Description">What is to be seen, for who does not see it.</param>
public sealed record PictureBlock(string Address, string Description) : Block;

public sealed record TableBlock(TextBlock? Caption, IReadOnlyList<TableRow> Rows) : Block
{
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Count);
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>Whether it names the columns.</summary>
    public bool IsHeader => Cells.Any(cell => cell.Scope is "Column") && Cells.All(cell => cell.Scope is "Column" || cell.Text.Runs.Count == 0);
}

/// <summary>What stands in one row and one column.</summary>
/// <param name="Scope"><c>Column</c> or <c>Row</c> when it names one; null for a value.</param>
/// <param name="Bar">How full a bar is, from 0 to 1; null when there is none. It repeats a number beside it.</param>
public sealed record TableCell(TextBlock Text, string? Scope = null, double? Bar = null);
