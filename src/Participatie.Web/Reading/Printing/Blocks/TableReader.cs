using System.Globalization;
using AngleSharp.Dom;

namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>Reads a table.</summary>
/// <param name="inline">Reads what is in a cell.</param>
public sealed class TableReader(Func<IElement, IReadOnlyList<Run>> inline)
{
    public TableBlock Read(IElement table)
    {
        var caption = table.Children.FirstOrDefault(child => child.LocalName is "caption");
        var rows = table.QuerySelectorAll("tr").Select(Row).Where(row => row.Cells.Count > 0).ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        return new TableBlock(
            caption is null ? null : new TextBlock(TextStyle.Caption, inline(caption)),
            [.. rows.Select(row => new TableRow([.. row.Cells, .. Enumerable.Repeat(new TableCell(new TextBlock(TextStyle.Cell, [])), columns - row.Cells.Count)]))]);
    }

    private TableRow Row(IElement row) => new([.. row.Children.Select(Cell)]);

    private TableCell Cell(IElement cell)
    {
        var bar = cell.QuerySelector("svg.bar");
        var runs = bar is null ? inline(cell) : [];
        return cell.LocalName is "th"
            ? new TableCell(new TextBlock(TextStyle.HeaderCell, runs), cell.GetAttribute("scope") is "row" ? "Row" : "Column")
            : new TableCell(new TextBlock(TextStyle.Cell, runs), null, bar is null ? null : Fullness(bar));
    }

    /// <summary>The second rectangle lies on the first, which is as wide as the bar can be.</summary>
    private static double Fullness(IElement bar) =>
        bar.QuerySelectorAll("rect") is [var all, var part, ..] && Width(all) > 0 ? Math.Clamp(Width(part) / Width(all), 0, 1) : 0;

    private static double Width(IElement rectangle) =>
        double.TryParse(rectangle.GetAttribute("width"), NumberStyles.Float, CultureInfo.InvariantCulture, out var width) ? width : 0;
}
