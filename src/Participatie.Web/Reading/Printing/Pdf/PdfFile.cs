using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>
/// A PDF 1.7 as it is on disk (ISO 32000-1): numbered objects, and a table of where each begins. Objects without content
/// of their own stand together and compressed, since the tags of a text are many and much alike.
/// </summary>
/// <remarks>
/// Ours because the libraries that can tag are under the AGPL, which would bind whoever runs this program, or have to be
/// paid for. It writes what printed minutes need and no more.
/// </remarks>
public sealed class PdfFile
{
    private const int InOneStream = 200;

    private readonly List<(string Body, byte[]? Content)> objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve() => Add("null");

    public int Add(FormattableString body) => Add(FormattableString.Invariant(body));

    public int Add(string body)
    {
        objects.Add((body, null));
        return objects.Count;
    }

    public void Set(int number, string body) => objects[number - 1] = (body, null);

    public int AddStream(string entries, byte[] content) => AddPacked($"{entries}/Filter/FlateDecode", Pack(content));

    /// <summary>Content that is packed already, as <paramref name="entries"/> says.</summary>
    public int AddPacked(string entries, byte[] content)
    {
        objects.Add((FormattableString.Invariant($"<<{entries}/Length {content.Length}>>"), content));
        return objects.Count;
    }

    /// <summary>Content for everybody to find, also for programs that know no PDF.</summary>
    public int AddPlain(string entries, string content) => AddPacked(entries, Encoding.UTF8.GetBytes(content));

    /// <summary>The file.</summary>
    /// <param name="catalog">The object where reading begins.</param>
    /// <param name="info">The object with the title.</param>
    /// <param name="id">32 hexadecimal digits that stay the same for the same document.</param>
    public byte[] Write(int catalog, int info, string id)
    {
        var places = new (byte Kind, uint Place, int Index)[objects.Count + 1];
        places[0] = (0, 0, ushort.MaxValue);
        foreach (var group in Enumerable.Range(1, objects.Count).Where(number => objects[number - 1].Content is null).Chunk(InOneStream).ToList())
            Gather(group, ref places);

        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
        for (var number = 1; number <= objects.Count; number++)
        {
            if (objects[number - 1] is not (var entries, { } content))
                continue;

            Place(ref places, number) = (1, (uint)file.Position, 0);
            Append(file, $"{number} 0 obj\n{entries}\nstream\n", content, "\nendstream\nendobj\n");
        }

        WriteTable(file, places, $"/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]");
        return file.ToArray();
    }

    private void Gather(int[] group, ref (byte Kind, uint Place, int Index)[] places)
    {
        var (header, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, index) in group.Select((number, index) => (number, index)))
        {
            header.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(objects[number - 1].Body).Append('\n');
            Place(ref places, number) = (2, (uint)(objects.Count + 1), index);
        }

        AddStream(FormattableString.Invariant($"/Type/ObjStm/N {group.Length}/First {header.Length}"), Encoding.Latin1.GetBytes($"{header}{bodies}"));
    }

    private void WriteTable(MemoryStream file, (byte Kind, uint Place, int Index)[] places, FormattableString trailer)
    {
        var begin = file.Position;
        var number = objects.Count + 1;
        Place(ref places, number) = (1, (uint)begin, 0);
        var table = new List<byte>(7 * (number + 1));
        foreach (var (kind, place, index) in places.AsSpan(0, number + 1))
            table.AddRange([kind, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)(index >> 8), (byte)index]);
        var content = Pack([.. table]);
        Append(
            file,
            $"{number} 0 obj\n<</Type/XRef/Size {number + 1}/W[1 4 2]{FormattableString.Invariant(trailer)}/Filter/FlateDecode/Length {content.Length}>>\nstream\n",
            content,
            FormattableString.Invariant($"\nendstream\nendobj\nstartxref\n{begin}\n%%EOF\n"));
    }

    private static ref (byte Kind, uint Place, int Index) Place(ref (byte Kind, uint Place, int Index)[] places, int number)
    {
        if (number >= places.Length)
            Array.Resize(ref places, 2 * number);
        return ref places[number];
    }

    private static void Append(MemoryStream file, FormattableString before, byte[] content, string after)
    {
        file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant(before)));
        file.Write(content);
        file.Write(Encoding.Latin1.GetBytes(after));
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }
}
