using System.Globalization;
using AngleSharp.Dom;

namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>Reads lists: with marks, with numbers, and of names with values.</summary>
/// <param name="within">Reads the blocks of an entry.</param>
/// <param name="inline">Reads a name.</param>
public sealed class ListReader(Func<INode, List<Block>> within, Func<IElement, IReadOnlyList<Run>> inline)
{
    public ListBlock Read(IElement list) => list.LocalName switch
    {
        "dl" => ListBlock.Facts(Facts(list)),
        "ol" => ListBlock.Numbered([.. Entries(list).Select((entry, index) => Numbered(entry, FirstOf(list) + index))]),
        _ => ListBlock.Marked([.. Entries(list).Select(within)]),
    };

    private static IEnumerable<INode> Entries(IElement list) => list.ChildNodes.Where(node => node is IElement || !string.IsNullOrWhiteSpace(node.TextContent));

    private ListEntry Numbered(INode entry, long number) =>
        new(TextBlock.Of(TextStyle.Mark, string.Create(CultureInfo.InvariantCulture, $"{number}.")), within(entry));

    private static long FirstOf(IElement list) =>
        long.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;

    private List<ListEntry> Facts(IElement list)
    {
        var entries = new List<ListEntry>();
        foreach (var part in list.Children)
        {
            if (part.LocalName is "dt" || entries.Count == 0)
                entries.Add(new ListEntry(new TextBlock(TextStyle.Name, inline(part)), []));
            else
                entries[^1] = entries[^1] with { Body = [.. entries[^1].Body, .. within(part)] };
        }

        return entries;
    }
}
