using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>News as an Atom feed (RFC 4287).</summary>
public sealed class AtomFile(IStringLocalizer<Texts> texts, PublicAddress address)
{
    public const string MediaType = "application/atom+xml";

    public const string Software = "Participatie";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public byte[] Write(HttpRequest request, FeedOwner owner, INews news, IReadOnlyList<AtomEntry> entries) =>
        Write(request, new AtomHead(owner.Path + news.File, news.Title(texts, owner), owner.Page, owner.Name ?? Software), entries);

    /// <summary>Writes a feed; the newest entry comes first.</summary>
    public byte[] Write(HttpRequest request, AtomHead head, IReadOnlyList<AtomEntry> entries)
    {
        var self = address.Of(request, head.Path);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "nl"),
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", head.Title),
            // A feed without news is as old as can be, or it would seem to change each time.
            Instant("updated", entries.Select(entry => entry.Published).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()),
            Link("self", MediaType, self),
            Link("alternate", "text/html", address.Of(request, head.Page)),
            new XElement(Atom + "generator", Software),
            Author(head.Author),
            entries.Select(entry => Entry(entry, address.Of(request, entry.Path))));

        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, Settings))
            feed.Save(writer);
        return file.ToArray();
    }

    private static XElement Entry(AtomEntry entry, string page) => new(
        Atom + "entry",
        new XElement(Atom + "id", entry.Id),
        new XElement(Atom + "title", Writable(entry.Title)),
        Instant("published", entry.Published),
        Instant("updated", entry.Published),
        Link("alternate", "text/html", page),
        Author(entry.Author),
        new XElement(Atom + "content", new XAttribute("type", "html"), new XAttribute(XNamespace.Xml + "base", page), Writable(entry.Html)));

    private static XElement Author(string name) => new(Atom + "author", new XElement(Atom + "name", Writable(name)));

    private static XElement Link(string relation, string type, string target) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", target));

    private static XElement Instant(string name, DateTimeOffset instant) => new(Atom + name, DutchTime.Machine(instant));

    /// <summary>XML has no way to write some characters that people can paste into a form.</summary>
    private static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(sign => !sign.IsBmp || XmlConvert.IsXmlChar((char)sign.Value)));
}
