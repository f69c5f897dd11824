using System.Reflection;
using System.Text;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Privacy;

/// <summary>An assessment of the risks for people's data (DPIA, article 35 of the AVG) to be filled in by a municipality; what is kept is filled in already.</summary>
public static class DpiaFile
{
    public const string Path = "/privacy/dpia.md";

    private const string Placeholder = "{{register}}";

    public static void MapDpia(this IEndpointRouteBuilder site) =>
        site.MapMethods(Path, FileRequest.Methods, static (IStringLocalizer<Texts> texts) => Results.Bytes(Encoding.UTF8.GetBytes(Write(texts)), "text/markdown; charset=utf-8", "dpia.md"));

    private static string Write(IStringLocalizer<Texts> texts)
    {
        using var template = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("dpia.md")!);
        return template.ReadToEnd().Replace(Placeholder, Table(texts), StringComparison.Ordinal);
    }

    private static string Table(IStringLocalizer<Texts> texts) => string.Join('\n',
    [
        "| van wie | wat | waarvoor | grondslag | hoe lang | tabel en kolom |",
        "|---|---|---|---|---|---|",
        .. PersonalDataRegister.All.Select(datum =>
            $"| {Of(datum.Whose)} | {datum.What} | {datum.Purpose} | {PrivacyNames.Basis(texts, datum.Basis)} | {PrivacyNames.Kept(texts, datum.Kept)} | `{datum.Table}.{datum.Column}` |"),
    ]);

    private static string Of(Whose whose) => whose switch
    {
        Whose.Participant => "deelnemer",
        Whose.Reader => "lezer met nieuws per e-mail",
        Whose.Staff => "medewerker",
        _ => "wie in een tekst staat",
    };
}
