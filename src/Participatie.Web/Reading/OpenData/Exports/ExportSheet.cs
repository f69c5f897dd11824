namespace Participatie.Web.Reading.OpenData.Exports;

/// <summary>How a kind of thing becomes rows: mostly one each.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Rows">The cells of one thing.</param>
public sealed record ExportSheet<T>(string[] Columns, Func<T, IEnumerable<string[]>> Rows)
{
    public byte[] Write(IEnumerable<T> things) => Sheet.Write([Columns, .. things.SelectMany(Rows)]);
}
