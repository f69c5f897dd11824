using System.Globalization;
using System.Text.Json;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Exports;

/// <summary>The sheets that there are. Days and moments are written as in the API, so that sheets and programs fit together.</summary>
public static class ExportSheets
{
    public static readonly ExportSheet<Vergadering> Meetings = new(
        ["id", "naam", "status", "redenAnnulering", "geplandeAanvang", "locatie", "tafel", "wijk", "webpaginalink"],
        static meeting =>
        [
            [
                Text(meeting.Id), meeting.Naam, Text(meeting.Status), meeting.RedenAnnulering ?? "", Text(meeting.GeplandeAanvang), meeting.Locatie,
                meeting.Tafel.Naam, meeting.Wijk.Naam, meeting.Webpaginalink,
            ],
        ]);

    /// <summary>A row for each option.</summary>
    public static readonly ExportSheet<Stemming> Votes = new(
        [
            "id", "vraag", "type", "geheim", "methode", "gesloten", "resultaat", "uitslag", "uitgebracht", "stemgerechtigd", "aanwezig",
            "keuze", "stemmen", "gekozen", "agendapunt", "vergadering", "tafel", "webpaginalink",
        ],
        static vote => vote.Keuzes.Select(option => (string[])
        [
            Text(vote.Id), vote.Vraag, Text(vote.Type), Text(vote.Geheim), Text(vote.Methode), Text(vote.Gesloten), Text(vote.Resultaat), vote.Uitslag,
            Text(vote.Uitgebracht), Text(vote.Stemgerechtigd), Text(vote.Aanwezig),
            option.Tekst, Text(option.Stemmen), Text(option.Gekozen), vote.Agendapunt.Naam, vote.Vergadering.Naam, vote.Tafel.Naam, vote.Webpaginalink,
        ]));

    public static readonly ExportSheet<Besluit> Decisions = new(
        [
            "id", "soort", "tekst", "toelichting", "themas", "mandaat", "resultaat", "besloten", "geadresseerde", "antwoordUiterlijk", "uitstelTot",
            "oordeel", "motivering", "antwoordGegeven", "toezeggingen", "toezeggingenGereed", "vergadering", "tafel", "webpaginalink",
        ],
        static decision =>
        [
            [
                Text(decision.Id), Text(decision.Soort), decision.Tekst, decision.Toelichting, string.Join(", ", decision.Themas), Text(decision.Mandaat),
                Text(decision.Resultaat), Text(decision.Besloten), decision.Geadresseerde ?? "", Text(decision.AntwoordUiterlijk), Text(decision.Uitstel?.Tot),
                Text(decision.Antwoord?.Oordeel), decision.Antwoord?.Motivering ?? "", Text(decision.Antwoord?.Gegeven),
                Text(decision.Toezeggingen.Count), Text(decision.Toezeggingen.Count(promise => promise.Gereed is not null)),
                decision.Vergadering.Naam, decision.Tafel.Naam, decision.Webpaginalink,
            ],
        ]);

    private static string Text<T>(T value) => value switch
    {
        null => "",
        bool truth => truth ? "ja" : "nee",
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
