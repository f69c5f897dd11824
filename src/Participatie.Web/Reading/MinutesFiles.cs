using System.Text;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading.Printing;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>Published minutes as files to keep: on paper, the text, and all that belongs to it for programs.</summary>
public static class MinutesFiles
{
    public static void MapMinutesFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/verslagen/{id:guid}.pdf", FileRequest.Methods, PrintAsync);
        site.MapMethods("/verslagen/{id:guid}.md", FileRequest.Methods, TextAsync);
        site.MapMethods("/verslagen/{id:guid}.json", FileRequest.Methods, DataAsync);
    }

    private static async Task<IResult> PrintAsync(
        HttpContext http, Guid id, int? versie, PublicMinutes minutes, AttachmentStore store, MinutesPictures pictures, MinutesPrint print, PublicAddress site, CancellationToken ct)
    {
        if (await minutes.FindAsync(id, versie, ct) is not { } found)
            return Results.NotFound();

        var attachments = await store.OfVersionAsync(id, found.Version, ct);
        var shown = await pictures.ReadAsync(found, attachments, ct);
        var file = await print.RunAsync(found, attachments, shown, path => site.Of(http.Request, path), ct);
        return Results.File(file, "application/pdf", Name(found, "pdf"));
    }

    /// <summary>The very bytes that the fingerprint on the page is of.</summary>
    private static async Task<IResult> TextAsync(Guid id, int? versie, PublicMinutes minutes, CancellationToken ct) =>
        await minutes.FindAsync(id, versie, ct) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.Markdown), "text/markdown; charset=utf-8", Name(found, "md"))
            : Results.NotFound();

    private static async Task<IResult> DataAsync(Guid id, int? versie, PublicMinutes minutes, DecisionRegister register, AttachmentStore store, CancellationToken ct)
    {
        if (await minutes.FindAsync(id, versie, ct) is not { } found)
            return Results.NotFound();

        var attachments = await store.OfVersionAsync(id, found.Version, ct);
        var decisions = await register.OfMeetingAsync(id, ct);
        var data = new MinutesData(
            found.MeetingId, found.MeetingTitle, found.TableName, found.Place, found.StartsAt, found.Version, found.PublishedAt, found.AdoptedAt, found.Note,
            found.Sha256, found.Markdown, found.Html, [.. decisions.Select(decision => new MinutesDecisionData(decision.Id, decision.Text, decision.IsAdvice, decision.Result))],
            [.. attachments.Select(attachment => new AttachmentData(attachment.Name, attachment.Address, attachment.MediaType, attachment.Bytes, attachment.Sha256))]);
        return Results.File(Encoding.UTF8.GetBytes(Json.Write(data)), "application/json; charset=utf-8", Name(found, "json"));
    }

    private static string Name(PublicMinutesRow minutes, string kind) => $"verslag-{minutes.StartsAt:yyyy-MM-dd}-versie-{minutes.Version}.{kind}";

    private sealed record MinutesData(
        Guid Vergadering, string Titel, string Tafel, string Plaats, DateTimeOffset Begin, int Versie, DateTimeOffset Gepubliceerd, DateTimeOffset? Vastgesteld,
        string Toelichting, string Sha256, string Markdown, string Html, IReadOnlyList<MinutesDecisionData> Besluiten, IReadOnlyList<AttachmentData> Bijlagen);

    private sealed record AttachmentData(string Naam, string Adres, string Type, long Bytes, string Sha256);

    private sealed record MinutesDecisionData(Guid Id, string Tekst, bool Advies, string? Uitslag);
}
