using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>Sheets that fill from top to bottom. Distances are in points, from the top of the paper.</summary>
public sealed class Sheets
{
    public const double Side = 68;
    private const double Top = 62;
    private const double Bottom = Page.Height - 72;

    /// <summary>Text stays readable however deep it is nested.</summary>
    private const double Narrowest = 150;

    private const double FrameIndent = 16;
    private const double FramePadding = 10;
    private const double BarWidth = 4;
    private const double RoomForFrame = 80;
    private const double RoomForCode = 45;

    private readonly TaggedDocument document;
    private readonly List<(FrameStyle Style, double Left, double Right, double Begin)> frames = [];
    private double gap;
    private bool isFresh = true;

    public Sheets(TaggedDocument document)
    {
        this.document = document;
        Page = document.AddPage();
    }

    public TaggedDocument Document => document;

    public Page Page { get; private set; }

    public double Left { get; private set; } = Side;

    public double Right { get; private set; } = Page.Width - Side;

    public double Width => Right - Left;

    /// <summary>Where the next thing comes.</summary>
    public double Y { get; private set; } = Top;

    /// <summary>The same, from the bottom.</summary>
    public double FromBottom => Page.Height - Y;

    public static double Tallest => Bottom - Top - (2 * FramePadding);

    /// <summary>How deep what is drawn here lies.</summary>
    public int Depth => frames.Count + 1;

    /// <summary>Leaves white before the next thing; of two the larger one counts, and none at the top of a page.</summary>
    public void Leave(double white) => gap = Math.Max(gap, white);

    /// <summary>Goes to where so much fits: here, or on a new page.</summary>
    public void Need(double height)
    {
        if (!isFresh && Y + gap + height > Bottom)
            Turn();
        if (!isFresh)
            Y += gap;
        gap = 0;
    }

    /// <summary>Goes down past what was placed.</summary>
    public void Pass(double height)
    {
        Y += height;
        isFresh = false;
    }

    private void Turn()
    {
        foreach (var (depth, frame) in frames.Index())
            Draw(frame, depth);
        Page = document.AddPage();
        (Y, gap, isFresh) = (Top, 0, true);
        for (var frame = 0; frame < frames.Count; frame++)
        {
            frames[frame] = frames[frame] with { Begin = Y };
            Y += FramePadding / 2;
        }
    }

    /// <summary>Moves the left side to the right; returns what brings it back.</summary>
    public double Indent(double indent)
    {
        var before = Left;
        Left = Math.Max(Left, Math.Min(Left + indent, Right - Narrowest));
        return before;
    }

    public void Return(double left) => Left = left;

    public void OpenFrame(FrameStyle style)
    {
        Need(style.Bar is null ? RoomForCode : RoomForFrame);
        frames.Add((style, Left, Right, Y));
        Indent(style.Bar is null ? FramePadding : FrameIndent);
        Right = style.Fill is null ? Right : Math.Max(Left + Narrowest, Right - FramePadding);
        Y += FramePadding;
    }

    public void CloseFrame()
    {
        Y += FramePadding;
        var frame = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        Draw(frame, frames.Count);
        (Left, Right) = (frame.Left, frame.Right);
        (gap, isFresh) = (0, false);
    }

    private void Draw((FrameStyle Style, double Left, double Right, double Begin) frame, int depth)
    {
        var (bottom, height) = (Page.Height - Y, Y - frame.Begin);
        if (frame.Style.Fill is { } fill)
            Page.Fill(depth, fill, frame.Left, bottom, frame.Right - frame.Left, height);
        if (frame.Style.Bar is { } bar)
            Page.Fill(depth, bar, frame.Left, bottom, BarWidth, height);
    }
}
