using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>Sets tables. A row stays whole where that can be, and the names of the columns are said again on each page.</summary>
public sealed class TableSetter(Sheets sheets)
{
    private const string Line = "0.75 0.72 0.66";
    private const string Full = "0.04 0.42 0.29";
    private const string Empty = "0.87 0.85 0.81";
    private const double BarHeight = 8;
    private const double After = 12;

    public void Set(TableBlock table, Tag tag)
    {
        var caption = table.Caption is { Runs.Count: > 0 } text ? new SetText(sheets.Document, text, sheets.Width, tag.Add("Caption")) : null;
        var columns = TableColumns.Of(table, sheets);
        var rows = table.Rows.Select(row => SetRow.Of(row, columns, sheets, tag.Add("TR"))).ToList();
        KeepSmall((caption?.Height ?? 0) + rows.Sum(row => row.Height));
        SetCaption(caption);

        var header = new List<SetRow>();
        foreach (var (row, set) in table.Rows.Zip(rows))
        {
            if (row.IsHeader)
                header.Add(set);
            var needed = set.Height + (row.IsHeader ? 3 * TextStyle.Cell.Leading : 0);
            if (needed <= Sheets.Tallest)
                Turn(needed, row.IsHeader ? [] : header);
            Place(set, row.IsHeader ? [] : header);
        }

        sheets.Leave(After);
    }

    /// <summary>Whoever compares numbers wants them together.</summary>
    private void KeepSmall(double height)
    {
        if (height <= Sheets.Tallest / 3)
            sheets.Need(height);
    }

    private void SetCaption(SetText? caption)
    {
        if (caption is null)
            return;

        sheets.Need((Math.Min(caption.Lines.Count, 3) * TextStyle.Caption.Leading) + (4 * TextStyle.Cell.Leading));
        foreach (var line in caption.Lines)
        {
            sheets.Need(TextStyle.Caption.Leading);
            caption.Place(sheets.Page, line, sheets.Left, sheets.Y);
            sheets.Pass(TextStyle.Caption.Leading);
        }

        sheets.Leave(TextStyle.Caption.After);
    }

    /// <summary>Goes on where so much fits.</summary>
    private void Turn(double needed, List<SetRow> header)
    {
        var page = sheets.Page;
        sheets.Need(needed);
        if (sheets.Page != page)
            Repeat(header);
    }

    private void Repeat(List<SetRow> header)
    {
        if (header.Sum(row => row.Height) > Sheets.Tallest / 3)
            return;

        foreach (var row in header)
        {
            for (var line = 0; line < row.Lines; line++)
                PlaceLine(row, line, isAside: true);
            Close();
        }
    }

    private void Place(SetRow row, List<SetRow> header)
    {
        sheets.Pass(SetRow.Padding);
        PlaceBars(row);
        for (var line = 0; line < row.Lines; line++)
        {
            Turn(TextStyle.Cell.Leading, header);
            PlaceLine(row, line, isAside: false);
        }

        Close();
    }

    private void PlaceLine(SetRow row, int line, bool isAside)
    {
        foreach (var (text, left, first) in row.Cells)
        {
            if (line >= first && line - first < text.Lines.Count)
                text.Place(sheets.Page, text.Lines[line - first], left, sheets.Y, isAside);
        }

        sheets.Pass(TextStyle.Cell.Leading);
    }

    /// <summary>A bar repeats the number beside it, so that it is no part of the text.</summary>
    private void PlaceBars(SetRow row)
    {
        var bottom = sheets.FromBottom - (TextStyle.Cell.Leading / 2) - (BarHeight / 2);
        foreach (var (left, width, fullness) in row.Bars)
        {
            sheets.Page.Fill(sheets.Depth, Empty, left, bottom, width, BarHeight);
            sheets.Page.Fill(sheets.Depth + 1, Full, left, bottom, width * fullness, BarHeight);
        }
    }

    private void Close()
    {
        sheets.Pass(SetRow.Padding);
        sheets.Page.Fill(sheets.Depth, Line, sheets.Left, sheets.FromBottom, sheets.Width, 0.6);
    }
}
