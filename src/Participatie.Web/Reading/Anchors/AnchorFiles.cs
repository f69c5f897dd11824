using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Reading.Anchors;

/// <summary>The anchors as files, to keep elsewhere: each as the text of which the fingerprint was taken, and all as a feed.</summary>
public static class AnchorFiles
{
    public const string Page = "/zegels";
    public const string Feed = "/zegels.atom";

    private const int Most = 50;

    public static string PathOf(DateOnly day) => $"{Page}/{DutchTime.Machine(day)}.txt";

    public static void MapAnchorFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods($"{Page}/{{day}}.txt", FileRequest.Methods, static async (string day, AnchorStore anchors, CancellationToken ct) =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && await anchors.FindAsync(asked, ct) is { } anchor
                ? Results.Bytes(Encoding.UTF8.GetBytes(anchor.Text), "text/plain; charset=utf-8")
                : Results.NotFound());
        site.MapMethods(Feed, FileRequest.Methods, static async (HttpContext http, AnchorStore anchors, AtomFile file, IStringLocalizer<Texts> texts, CancellationToken ct) =>
            Results.Bytes(
                file.Write(
                    http.Request,
                    new AtomHead(Feed, texts["Zegels van deze website"], Page, AtomFile.Software),
                    [.. (await anchors.NewestAsync(Most, ct)).Select(anchor => Entry(anchor, texts))]),
                $"{AtomFile.MediaType}; charset=utf-8"));
    }

    private static AtomEntry Entry(Anchor anchor, IStringLocalizer<Texts> texts) => new(
        $"urn:sha256:{anchor.Sha256}",
        texts["Zegel van {0}", DutchTime.Date(anchor.Day)],
        PathOf(anchor.Day),
        anchor.MadeAt,
        AtomFile.Software,
        new XElement("p", new XElement("code", anchor.Sha256)).ToString());
}
