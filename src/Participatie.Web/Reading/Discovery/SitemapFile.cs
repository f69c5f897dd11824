using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Discovery;

/// <summary>The public pages as search engines read them (https://www.sitemaps.org/protocol.html).</summary>
public static class SitemapFile
{
    /// <summary>A file may hold no more; a larger site has several, and one that names them.</summary>
    public const int MostPages = 50_000;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static string PartPath(int part) => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml");

    /// <summary>The whole site, or the file that names its parts.</summary>
    /// <param name="pages">All public pages.</param>
    /// <param name="full">Makes a path a full address.</param>
    public static byte[] Write(IReadOnlyList<SitePage> pages, Func<string, string> full) => pages.Count <= MostPages
        ? Write(Pages(pages, full))
        : Write(new XElement(
            Sitemap + "sitemapindex",
            Enumerable.Range(1, (pages.Count + MostPages - 1) / MostPages).Select(part => new XElement(Sitemap + "sitemap", new XElement(Sitemap + "loc", full(PartPath(part)))))));

    /// <summary>One part of a large site, counted from 1; null when there is none of that number.</summary>
    public static byte[]? WritePart(IReadOnlyList<SitePage> pages, int part, Func<string, string> full) =>
        pages.Count > MostPages && part >= 1 && pages.Skip((part - 1) * MostPages).Take(MostPages).ToList() is { Count: > 0 } own ? Write(Pages(own, full)) : null;

    private static XElement Pages(IEnumerable<SitePage> pages, Func<string, string> full) => new(
        Sitemap + "urlset",
        pages.Select(page => new XElement(
            Sitemap + "url",
            new XElement(Sitemap + "loc", full(page.Path)),
            page.ChangedAt is { } changedAt ? new XElement(Sitemap + "lastmod", DutchTime.Machine(changedAt)) : null)));

    private static byte[] Write(XElement root)
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            root.Save(writer);
        return file.ToArray();
    }
}
