using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>A row of a table, ready to be placed line by line.</summary>
/// <param name="Cells">Each with its left side and the line at which it begins.</param>
/// <param name="Bars">Each with how full it is, from 0 to 1.</param>
public sealed record SetRow(IReadOnlyList<(SetText Text, double Left, int First)> Cells, IReadOnlyList<(double Left, double Width, double Fullness)> Bars)
{
    /// <summary>White above and below the text.</summary>
    public const double Padding = 4;

    public int Lines => Math.Max(1, Cells.Max(cell => cell.First + cell.Text.Lines.Count));

    public double Height => (Lines * TextStyle.Cell.Leading) + (2 * Padding);

    public static SetRow Of(TableRow row, TableColumns columns, Sheets sheets, Tag tag)
    {
        var cells = new List<(SetText, double, int)>();
        var bars = new List<(double, double, double)>();
        var first = 0;
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column];
            var (left, width) = columns.Places[column];
            var text = new SetText(sheets.Document, cell.Text, width, tag.Add(cell.Text.Style.Tag, cell.Scope is null ? null : $"/O/Table/Scope/{cell.Scope}"));
            cells.Add((text, left, first));
            if (columns.Stacked)
                first += text.Lines.Count;
            if (cell.Bar is { } fullness)
                bars.Add((left, width, fullness));
        }

        return new SetRow(cells, bars);
    }
}
