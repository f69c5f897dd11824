namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>How a paragraph looks. Sizes are in points; the size and the room between lines suit who reads with difficulty.</summary>
/// <param name="Tag">What PDF calls it.</param>
/// <param name="Leading">From line to line.</param>
/// <param name="Ink">Red, green and blue, from 0 to 1.</param>
public sealed record TextStyle(string Tag, double Size, double Leading, double Before, double After, string Ink = TextStyle.Dark)
{
    public const string Dark = "0.11 0.14 0.2";
    public const string Soft = "0.3 0.34 0.4";
    public const string Green = "0.03 0.31 0.22";

    public static readonly TextStyle Paragraph = new("P", 11.5, 17.5, 0, 9);
    public static readonly TextStyle Item = new("P", 11.5, 17.5, 0, 0);
    public static readonly TextStyle Small = new("P", 10, 15, 0, 7, Soft);
    public static readonly TextStyle Strong = new("P", 11.5, 17.5, 0, 9) { Bold = true };
    public static readonly TextStyle Label = new("P", 10.5, 16, 0, 2, Green) { Bold = true, KeepsNext = true };
    public static readonly TextStyle Code = new("P", 9.5, 14, 0, 9);
    public static readonly TextStyle Caption = new("Caption", 10, 15, 0, 4, Soft) { KeepsNext = true };
    public static readonly TextStyle Cell = new("TD", 10.5, 15.5, 0, 0);
    public static readonly TextStyle HeaderCell = new("TH", 10.5, 15.5, 0, 0) { Bold = true };
    public static readonly TextStyle Mark = new("Lbl", 11.5, 17.5, 0, 0, Green) { Bold = true };
    public static readonly TextStyle Name = new("Lbl", 11.5, 17.5, 0, 0, Soft) { Bold = true };
    public static readonly TextStyle Footer = new("", 9, 12, 0, 0, Soft);

    private static readonly TextStyle[] Headings =
    [
        new("H1", 23, 29, 0, 10, Green),
        new("H2", 17, 23, 22, 7, Green),
        new("H3", 14, 20, 16, 5),
        new("H4", 12.5, 18.5, 13, 4),
        new("H5", 11.5, 17.5, 11, 3),
        new("H6", 11.5, 17.5, 11, 3, Soft),
    ];

    public bool Bold { get; init; }

    /// <summary>Never the last on a page: what follows belongs to it.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Which heading it is; 0 when it is none.</summary>
    public int Level { get; init; }

    public static TextStyle Heading(int level) => Headings[level - 1] with { Bold = true, KeepsNext = true, Level = level };
}

/// <summary>How blocks that belong together look.</summary>
/// <param name="Bar">The ink of the bar at their left; null for none.</param>
/// <param name="Fill">The ink behind them; null for none.</param>
public sealed record FrameStyle(string? Bar, string? Fill)
{
    public static readonly FrameStyle Record = new("0.04 0.42 0.29", "0.97 0.95 0.91");
    public static readonly FrameStyle Note = new("0.96 0.73 0.23", "0.99 0.96 0.88");
    public static readonly FrameStyle Quote = new("0.96 0.73 0.23", null);
    public static readonly FrameStyle Code = new(null, "0.95 0.95 0.95");
}
