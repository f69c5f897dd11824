using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;

namespace Participatie.Web.Shared;

/// <summary>Gives the tables of a Markdown text the classes of the design system and the scope that screen readers need.</summary>
public static class MarkdownTables
{
    public static void Dress(Table table)
    {
        table.GetAttributes().AddClass("utrecht-table");
        foreach (var row in table.OfType<TableRow>())
        {
            row.GetAttributes().AddClass("utrecht-table__row");
            foreach (var (cell, column) in row.OfType<TableCell>().Select((cell, column) => (cell, column)))
                Dress(cell, row.IsHeader, IsNumeric(table, column));
        }

        // Markdig would write the alignment as a style attribute, which the content security policy refuses.
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    private static void Dress(TableCell cell, bool header, bool numeric)
    {
        var name = header ? "utrecht-table__header-cell" : "utrecht-table__cell";
        var attributes = cell.GetAttributes();
        attributes.AddClass(name);
        if (numeric)
            attributes.AddClass($"{name}--numeric-column");
        if (header)
            attributes.AddProperty("scope", "col");
    }

    private static bool IsNumeric(Table table, int column) =>
        column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;
}
