using System.Globalization;
using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>What a part of the text is, for who does not see how it looks: a heading, a list, a cell.</summary>
/// <param name="kind">A standard structure type of ISO 32000-1, 14.8.4.</param>
public sealed class Tag(string kind)
{
    private readonly List<Func<PdfFile, int, string>> children = [];

    public string Kind => kind;

    /// <summary>What a picture shows, in words.</summary>
    public string? Description { get; init; }

    /// <summary>More about it, such as <c>/O/Table/Scope/Row</c>.</summary>
    public string? Attributes { get; init; }

    /// <summary>The number of its object, once written.</summary>
    public int Number { get; private set; }

    public Tag Add(Tag child)
    {
        children.Add((file, _) => Reference(child.Write(file, Number)));
        return child;
    }

    public Tag Add(string child, string? attributes = null) => Add(new Tag(child) { Attributes = attributes });

    /// <summary>A piece of a page.</summary>
    public void Add(int page, int piece) =>
        children.Add((_, _) => string.Create(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {piece}>>"));

    /// <summary>A place on a page that can be clicked.</summary>
    public void AddPlace(int page, int place) =>
        children.Add((_, _) => string.Create(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {page} 0 R/Obj {place} 0 R>>"));

    public int Write(PdfFile file, int parent)
    {
        Number = file.Reserve();
        var body = new StringBuilder("<</Type/StructElem/S/").Append(kind).Append("/P ").Append(Reference(parent));
        if (Attributes is not null)
            body.Append("/A<<").Append(Attributes).Append(">>");
        if (Description is not null)
            body.Append("/Alt").Append(PdfText.Of(Description));
        body.Append("/K[").AppendJoin(' ', children.Select(child => child(file, Number))).Append("]>>");
        file.Set(Number, body.ToString());
        return Number;
    }

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
