using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>What may happen after a sign.</summary>
public enum Opening
{
    None,

    /// <summary>A new line may begin, as after a hyphen.</summary>
    After,

    /// <summary>It is a space: a new line may begin, and it needs no room at the end of one.</summary>
    Space,

    /// <summary>A new line begins.</summary>
    Line,
}

/// <summary>A sign as it is printed.</summary>
/// <param name="Number">In its font.</param>
/// <param name="Width">In thousandths of the size.</param>
/// <param name="Run">What it is a part of.</param>
public readonly record struct Sign(EmbeddedFont Font, ushort Number, int Width, Opening Opening, Run Run);

/// <summary>Divides signs in lines.</summary>
public static class Lines
{
    /// <summary>As many on each line as it has room for.</summary>
    /// <param name="width">The room, in thousandths of the size.</param>
    public static IReadOnlyList<Range> Of(IReadOnlyList<Sign> signs, double width)
    {
        var lines = new List<Range>();
        for (var begin = 0; begin < signs.Count;)
        {
            var end = EndOf(signs, begin, width);
            lines.Add(begin..end);
            begin = end;
        }

        return lines;
    }

    /// <summary>How wide they are without breaks, in thousandths of the size: the longest word, and the longest line.</summary>
    public static (int Word, int Line) WidthsOf(IReadOnlyList<Sign> signs)
    {
        var (word, line, longestWord, longestLine) = (0, 0, 0, 0);
        foreach (var sign in signs)
        {
            line += sign.Width;
            word = sign.Opening is Opening.Space or Opening.Line ? 0 : word + sign.Width;
            (longestWord, longestLine) = (Math.Max(word, longestWord), Math.Max(line, longestLine));
            if (sign.Opening is Opening.After or Opening.Line)
                word = 0;
            if (sign.Opening is Opening.Line)
                line = 0;
        }

        return (longestWord, longestLine);
    }

    private static int EndOf(IReadOnlyList<Sign> signs, int begin, double width)
    {
        var (used, opening) = (0d, begin);
        for (var place = begin; place < signs.Count; place++)
        {
            var sign = signs[place];
            if (sign.Opening is Opening.Line)
                return place + 1;

            used += sign.Width;
            if (used > width && sign.Opening is not Opening.Space)
                return opening > begin ? opening : Math.Max(place, begin + 1); // a word longer than a line is cut
            if (sign.Opening is not Opening.None)
                opening = place + 1;
        }

        return signs.Count;
    }
}
