using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Exports;

/// <summary>All that a table did in a year, in the words of the API.</summary>
public sealed record Jaargang(
    Tafel Tafel, int Jaar, string Licentie, IReadOnlyList<Vergadering> Vergaderingen, IReadOnlyList<Agendapunt> Agendapunten,
    IReadOnlyList<Stemming> Stemmingen, IReadOnlyList<Verslag> Verslagen, IReadOnlyList<Besluit> Besluiten);
