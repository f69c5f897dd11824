namespace Participatie.Web.Reading.OpenData;

/// <summary>What something is called on this site, in our API and in the model of Open Raadsinformatie.</summary>
public sealed record CouncilTerm(string Site, string Api, string Council);

/// <summary>
/// How this API relates to Open Raadsinformatie, in which councils publish (https://github.com/VNG-Realisatie/ODS-Open-Raadsinformatie).
/// A table is no council: parties, members and how each of them voted have nothing here to stand for them.
/// </summary>
public static class CouncilTerms
{
    public static IReadOnlyList<CouncilTerm> All { get; } =
    [
        new("Tafel", "tafel", "gremium"),
        new("Bijeenkomst", "vergadering", "vergadering"),
        new("Naam van de bijeenkomst", "vergadering.naam", "vergadering.naam"),
        new("Wanneer", "vergadering.geplandeAanvang", "vergadering.geplandeAanvang"),
        new("Waar", "vergadering.locatie", "vergadering.locatie"),
        new("Gepland, afgelopen of gaat niet door", "vergadering.status", "vergadering.status"),
        new("De tafel die bij elkaar komt", "vergadering.tafel", "vergadering.georganiseerdDoorGremium"),
        new("De pagina", "webpaginalink", "webpaginalink"),
        new("Agendapunt", "agendapunt", "agendapunt"),
        new("Plaats op de agenda", "agendapunt.volgnummer", "agendapunt.volgnummer"),
        new("Uitleg bij een agendapunt", "agendapunt.omschrijving", "agendapunt.omschrijving"),
        new("Stemming", "stemming", "stemming"),
        new("Waarover is gestemd", "stemming.agendapunt", "stemming.heeftBetrekkingOpAgendapunt"),
        new("Wat eruit kwam", "stemming.besluit", "stemming.leidtTotBesluit"),
        new("Besluit", "besluit", "besluit"),
        new("Uitslag", "besluit.resultaat", "besluit.resultaat"),
        new("Toezegging", "besluit.toezeggingen", "besluit.toezegging"),
        new("Verslag", "verslag", "document (informatieobject)"),
    ];
}
