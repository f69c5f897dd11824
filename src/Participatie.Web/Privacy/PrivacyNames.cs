using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Privacy;

/// <summary>The words of the register for who reads them.</summary>
public static class PrivacyNames
{
    public static string Whose(IStringLocalizer<Texts> texts, Whose whose) => whose switch
    {
        Privacy.Whose.Participant => texts["Je doet mee aan een bijeenkomst"],
        Privacy.Whose.Reader => texts["Je krijgt nieuws per e-mail"],
        Privacy.Whose.Staff => texts["Je bent medewerker"],
        _ => texts["Je staat in een tekst"],
    };

    public static string Basis(IStringLocalizer<Texts> texts, Basis basis) => basis switch
    {
        Privacy.Basis.Consent => texts["je gaf toestemming"],
        _ => texts["het hoort bij de taak van de gemeente"],
    };

    public static string Kept(IStringLocalizer<Texts> texts, Kept kept) => kept switch
    {
        Privacy.Kept.UntilPollCloses => texts["tot de stemming sluit; bij een openbare stemming tot een jaar na de bijeenkomst"],
        Privacy.Kept.UntilMeetingCloses => texts["tot de bijeenkomst sluit"],
        Privacy.Kept.YearAfterMeeting => texts["tot een jaar na de bijeenkomst"],
        Privacy.Kept.UntilStopped => texts["tot je stopt met het nieuws"],
        Privacy.Kept.UntilSent => texts["tot het bericht weg is, hooguit drie dagen"],
        Privacy.Kept.UntilSignedOut => texts["tot je uitlogt, hooguit zeven dagen"],
        Privacy.Kept.UntilAccountGoes => texts["tot je account weg is"],
        _ => texts["het blijft bewaard, want het hoort bij wat er is besloten"],
    };
}
