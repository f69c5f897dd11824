using CsvHelper;

namespace Participatie.Web.Reading;

/// <summary>Rows of cells as a file that spreadsheets and programs read (CSV); the first row names the columns.</summary>
public static class Sheet
{
    public const string Extension = "csv";

    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>A spreadsheet reads the text as UTF-8 by its byte order mark, and never runs a text as a formula.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        using var sheet = new MemoryStream();
        using (var csv = CsvWriter.Create(sheet, Options, leaveOpen: true))
        {
            foreach (var row in rows)
                csv.WriteRecord([.. row]);
        }

        return sheet.ToArray();
    }
}
