using System.Xml.Linq;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>What a document says about itself in XMP, for programs that know no PDF: also that it keeps to PDF/UA-1.</summary>
public static class Metadata
{
    public const string Maker = "Participatie";

    private static readonly XNamespace Packet = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Accessible = "http://www.aiim.org/pdfua/ns/id/";

    public static int Write(PdfFile file, DocumentFacts facts, string language)
    {
        var moment = DutchTime.Machine(facts.Moment);
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "xmp", Basic),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
            new XAttribute(XNamespace.Xmlns + "pdfuaid", Accessible),
            new XElement(Dublin + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Readable(facts.Title)))),
            new XElement(Dublin + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", Readable(facts.Author)))),
            new XElement(Dublin + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", language))),
            new XElement(Basic + "CreateDate", moment),
            new XElement(Basic + "ModifyDate", moment),
            new XElement(Pdf + "Producer", Maker),
            new XElement(Accessible + "part", 1));
        var packet = new XElement(
            Packet + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Packet),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return file.AddPlain("/Type/Metadata/Subtype/XML", $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"r\"?>");
    }

    /// <summary>XML cannot write every character.</summary>
    private static string Readable(string text) => string.Concat(text.EnumerateRunes().Where(sign => sign.Value is >= 0x20 and not (0xFFFE or 0xFFFF)));
}
