using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Search;

/// <summary>What the kinds of documents are called, on the page and in its address.</summary>
public static class DocumentNames
{
    public static readonly IReadOnlyList<DocumentKind> All = Enum.GetValues<DocumentKind>();

    public static string One(IStringLocalizer<Texts> texts, DocumentKind kind) => kind switch
    {
        DocumentKind.Agenda => texts["Agenda"],
        DocumentKind.Minutes => texts["Verslag"],
        DocumentKind.Decision => texts["Besluit"],
        DocumentKind.Advice => texts["Advies"],
        _ => texts["Antwoord"],
    };

    public static string Several(IStringLocalizer<Texts> texts, DocumentKind kind) => kind switch
    {
        DocumentKind.Agenda => texts["Agenda’s"],
        DocumentKind.Minutes => texts["Verslagen"],
        DocumentKind.Decision => texts["Besluiten"],
        DocumentKind.Advice => texts["Adviezen"],
        _ => texts["Antwoorden"],
    };

    public static string InAddress(DocumentKind kind) => kind switch
    {
        DocumentKind.Agenda => "agenda",
        DocumentKind.Minutes => "verslag",
        DocumentKind.Decision => "besluit",
        DocumentKind.Advice => "advies",
        _ => "antwoord",
    };

    /// <summary>Null when an address names no kind that there is.</summary>
    public static DocumentKind? Read(string? name) =>
        All.Where(kind => string.Equals(InAddress(kind), name, StringComparison.Ordinal)).Select(kind => (DocumentKind?)kind).FirstOrDefault();
}
