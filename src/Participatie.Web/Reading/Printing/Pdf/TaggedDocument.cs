using System.Globalization;
using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>What a document says about itself.</summary>
/// <param name="Id">32 hexadecimal digits that stay the same for the same document.</param>
public sealed record DocumentFacts(string Title, string Author, DateTimeOffset Moment, string Id);

/// <summary>A document of which every piece is tagged, as PDF/UA-1 (ISO 14289-1) asks.</summary>
/// <param name="elsewhere">The full address of a link that leads out of the document.</param>
public sealed class TaggedDocument(Func<string, Uri?> elsewhere)
{
    private const string Language = "nl-NL";

    private readonly PdfFile file = new();
    private readonly List<Page> pages = [];
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private readonly List<Headline> headlines = [];
    private readonly Dictionary<string, int> pictures = new(StringComparer.Ordinal);
    private readonly Dictionary<PlacedLink, Tag> links = [];

    public FontCase Fonts { get; } = new();

    public Tag Root { get; } = new("Document");

    public IReadOnlyList<Page> Pages => pages;

    public Page AddPage()
    {
        pages.Add(new Page(file.Reserve()));
        return pages[^1];
    }

    /// <summary>Names a place, for links within the document.</summary>
    public void AddAnchor(string name, Page page, double y) => anchors.TryAdd($"#{name}", Place(page, y));

    /// <summary>Puts a heading in the list of chapters.</summary>
    public void AddHeadline(int level, string text, Page page, double y) => headlines.Add(new Headline(level, text, Place(page, y)));

    public void AddLink(Page page, Tag tag, string box, string address, string text)
    {
        var link = new PlacedLink(file.Reserve(), box, address, text);
        page.Links.Add(link);
        links.Add(link, tag);
        tag.AddPlace(page.Number, link.Number);
    }

    /// <summary>What pages call a picture, which is written once.</summary>
    public string Use(Picture picture)
    {
        if (!pictures.TryGetValue(picture.Name, out var number))
            pictures[picture.Name] = number = picture.WriteTo(file);
        return Resource(number);
    }

    public byte[] ToBytes(DocumentFacts facts)
    {
        var (tree, all) = (file.Reserve(), file.Reserve());
        var root = Root.Write(file, tree);
        WritePages(all);
        var parents = file.Add($"<</Nums[{string.Join(' ', TagsOfPages().Concat(TagsOfLinks()))}]>>");
        Set(tree, $"<</Type/StructTreeRoot/K[{root} 0 R]/ParentTree {parents} 0 R/ParentTreeNextKey {pages.Count + links.Count}>>");

        var moment = PdfText.Moment(facts.Moment);
        var info = file.Add($"<</Title{PdfText.Of(facts.Title)}/Author{PdfText.Of(facts.Author)}/Producer({Metadata.Maker})/CreationDate{moment}/ModDate{moment}>>");
        var catalog = file.Add(
            (FormattableString)$"<</Type/Catalog/Pages {all} 0 R/Lang({Language})/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R/Metadata {Metadata.Write(file, facts, Language)} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Outlines {Outline.Write(file, headlines)} 0 R>>");
        return file.Write(catalog, info, facts.Id);
    }

    private void WritePages(int all)
    {
        var fonts = string.Concat(Fonts.Used.Select(font => $"/{font.Resource} {Reference(font.WriteTo(file))}"));
        var shown = string.Concat(pictures.Values.Select(picture => $"/{Resource(picture)} {Reference(picture)}"));
        var resources = file.Add($"<</Font<<{fonts}>>/XObject<<{shown}>>>>");
        var key = pages.Count;
        foreach (var (page, index) in pages.Select((page, index) => (page, index)))
        {
            foreach (var link in page.Links)
                Set(link.Number, $"<</Type/Annot/Subtype/Link/Rect{link.Box}/Border[0 0 0]/F 4/StructParent {key++}{Target(link)}>>");
            var content = file.AddStream("", page.ToContent());
            Set(
                page.Number,
                $"<</Type/Page/Parent {all} 0 R/MediaBox{PdfText.Box(0, 0, Page.Width, Page.Height)}/Resources {resources} 0 R/Contents {content} 0 R/StructParents {index}/Tabs/S/Annots[{string.Join(' ', page.Links.Select(link => Reference(link.Number)))}]>>");
        }

        Set(all, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(page => Reference(page.Number)))}]>>");
    }

    /// <summary>Within the document where that can be. The words are for who hears links one after the other.</summary>
    private string Target(PlacedLink link) =>
        anchors.TryGetValue(link.Address, out var place) ? $"/Contents{PdfText.Of(link.Text)}/Dest{place}"
        : elsewhere(link.Address) is { } address ? $"/Contents{PdfText.Of(address.AbsoluteUri)}/A<</S/URI/URI{PdfText.Address(address)}>>"
        : $"/Contents{PdfText.Of(link.Text)}";

    private IEnumerable<string> TagsOfPages() =>
        pages.Select((page, index) => FormattableString.Invariant($"{index}[{string.Join(' ', page.Pieces.Select(tag => Reference(tag.Number)))}]"));

    private IEnumerable<string> TagsOfLinks() =>
        pages.SelectMany(page => page.Links).Select((link, index) => FormattableString.Invariant($"{pages.Count + index} {Reference(links[link].Number)}"));

    private void Set(int number, FormattableString body) => file.Set(number, FormattableString.Invariant(body));

    private static string Place(Page page, double y) => $"[{Reference(page.Number)}/XYZ 0 {PdfText.Number(y)} null]";

    private static string Resource(int picture) => string.Create(CultureInfo.InvariantCulture, $"P{picture}");

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
