using System.Globalization;
using CsvHelper;

namespace Participatie.Core.Tests.Polls.Elections;

/// <summary>One of the files beside this one.</summary>
/// <param name="Columns">The first line.</param>
/// <param name="Rows">All other lines.</param>
internal sealed record PublishedFile(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    public static PublishedFile Read(string name)
    {
        using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "Polls", "Elections", name));
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return new PublishedFile([.. csv.Headers], rows);
    }

    public static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
