using Participatie.Web.Reading.Printing.Blocks;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>Where the columns of a table stand.</summary>
/// <param name="Stacked">Whether there are so many that the cells of a row stand below each other.</param>
public sealed record TableColumns(IReadOnlyList<(double Left, double Width)> Places, bool Stacked)
{
    public const double Between = 12;

    private const double Narrowest = 34;
    private const double Short = 110;
    private const double Bar = 120;

    public static TableColumns Of(TableBlock table, Sheets sheets)
    {
        var count = table.Columns;
        if (count * (Narrowest + Between) > sheets.Width)
            return new TableColumns([.. Enumerable.Repeat((sheets.Left, sheets.Width), count)], Stacked: true);

        var wishes = new (double Least, double Most)[count];
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var (least, most) = Wish(row.Cells[column], sheets);
                wishes[column] = (Math.Max(wishes[column].Least, least), Math.Max(wishes[column].Most, most));
            }
        }

        var room = sheets.Width - (Between * (count - 1));
        var left = sheets.Left;
        var places = new List<(double, double)>();
        foreach (var width in Divide(Unbroken(wishes, room), room))
        {
            places.Add((left, width));
            left += width + Between;
        }

        return new TableColumns(places, Stacked: false);
    }

    /// <summary>The longest word, and all on one line.</summary>
    private static (double Least, double Most) Wish(TableCell cell, Sheets sheets)
    {
        if (cell.Bar is not null)
            return (Bar / 2, Bar);

        var (word, line) = Lines.WidthsOf(Signs.Of(cell.Text.Runs, cell.Text.Style.Bold, sheets.Document.Fonts));
        var size = cell.Text.Style.Size / 1000;
        return (Math.Max(Narrowest, (word * size) + 1), Math.Max(Narrowest, (line * size) + 1));
    }

    /// <summary>What is short stays on one line where that can be.</summary>
    private static (double Least, double Most)[] Unbroken((double Least, double Most)[] wishes, double room)
    {
        (double Least, double Most)[] unbroken = [.. wishes.Select(wish => wish.Most <= Short ? (wish.Most, wish.Most) : wish)];
        return unbroken.Sum(wish => wish.Least) < room ? unbroken : wishes;
    }

    /// <summary>Each column gets what it needs; what is left goes to those that wish for more.</summary>
    private static IEnumerable<double> Divide((double Least, double Most)[] wishes, double room)
    {
        var (least, most) = (wishes.Sum(wish => wish.Least), wishes.Sum(wish => wish.Most));
        if (most <= room)
            return wishes.Select(wish => wish.Most);
        if (least < room)
            return wishes.Select(wish => wish.Least + ((wish.Most - wish.Least) * (room - least) / (most - least)));

        // Not even the longest words fit: they are cut, the longest most.
        var spare = room - (Narrowest * wishes.Length);
        return wishes.Select(wish => Narrowest + (spare * (wish.Least - Narrowest) / (least - (Narrowest * wishes.Length))));
    }
}
