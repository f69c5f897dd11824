using System.Globalization;

namespace Participatie.Web.Shared.Languages;

/// <summary>A language in which a resident can follow and vote. Dutch is the source: what another one lacks is said in Dutch.</summary>
/// <param name="Code">As in <c>lang</c> and in <c>Texts.CODE.resx</c>.</param>
/// <param name="Name">As its speakers write it.</param>
/// <param name="Formats">The culture that writes its dates and numbers.</param>
public sealed record Language(string Code, string Name, string Formats)
{
    public static readonly Language Dutch = new("nl", "Nederlands", "nl-NL");

    /// <summary>In the order in which people choose from them.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        Dutch,
        new("en", "English", "en-GB"),
        new("tr", "Türkçe", "tr-TR"),
        new("ar", "العربية", "ar"),
        new("pl", "Polski", "pl-PL"),
        new("uk", "Українська", "uk-UA"),
        new("es", "Español", "es-ES"),
        new("pap", "Papiamentu", "nl-NL"), // few systems know its names of months
        new("ti", "ትግርኛ", "ti"),
    ];

    /// <summary>The languages in which somebody can write a question besides Dutch.</summary>
    public static IEnumerable<Language> Others => All.Skip(1);

    /// <summary>The language of the answer that is being written.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Dutch;

    public static Language? Find(string? code) => All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    public bool IsDutch => this == Dutch;

    /// <summary>The value of <c>dir</c>.</summary>
    public string Direction => CultureInfo.GetCultureInfo(Code).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Writes in this language from here on, as far as the calling method reaches.</summary>
    public void Speak()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Formats);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Code);
    }
}
