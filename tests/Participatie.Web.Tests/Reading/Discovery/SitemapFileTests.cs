using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Participatie.Web.Reading.Discovery;

namespace Participatie.Web.Tests.Reading.Discovery;

public sealed class SitemapFileTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void As_many_pages_as_a_file_may_hold_are_one_file()
    {
        var pages = Pages(SitemapFile.MostPages);

        Assert.Equal(SitemapFile.MostPages, Read(SitemapFile.Write(pages, Full)).Elements(Sitemap + "url").Count());
        Assert.Null(SitemapFile.WritePart(pages, 1, Full));
    }

    [Fact]
    public void A_larger_site_has_parts_and_a_file_that_names_them()
    {
        var pages = Pages(SitemapFile.MostPages + 1);

        var index = Read(SitemapFile.Write(pages, Full));
        Assert.Equal(
            ["https://tafel.example/sitemap-1.xml", "https://tafel.example/sitemap-2.xml"],
            index.Elements(Sitemap + "sitemap").Select(part => part.Element(Sitemap + "loc")!.Value));

        Assert.Equal(SitemapFile.MostPages, Read(SitemapFile.WritePart(pages, 1, Full)!).Elements().Count());
        Assert.Equal("https://tafel.example/50000", Assert.Single(Read(SitemapFile.WritePart(pages, 2, Full)!).Elements()).Element(Sitemap + "loc")!.Value);
        Assert.Null(SitemapFile.WritePart(pages, 3, Full));
    }

    private static List<SitePage> Pages(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new SitePage(string.Create(CultureInfo.InvariantCulture, $"/{number}"), null))];

    private static string Full(string path) => $"https://tafel.example{path}";

    private static XElement Read(byte[] file) => XDocument.Parse(Encoding.UTF8.GetString(file)).Root!;
}
