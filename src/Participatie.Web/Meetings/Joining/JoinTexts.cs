using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Joining;

/// <summary>Why a code does not let somebody in, and what to do.</summary>
public static class JoinTexts
{
    public static string Explain(JoinOutcome outcome, IStringLocalizer<Texts> texts) => outcome switch
    {
        JoinOutcome.Over => texts["Deze stempas is van een bijeenkomst die voorbij is."],
        JoinOutcome.Taken => texts["Iemand gebruikte deze stempas op hetzelfde moment. Probeer het nog een keer."],
        JoinOutcome.MeetingNeeded => texts["Er worden nu veel verkeerde stempassen geprobeerd. Vul daarom ook de code in die op het scherm in de zaal staat."],
        JoinOutcome.Busy => texts["Er worden nu heel veel stempassen geprobeerd. Wacht een minuut en probeer het nog een keer. Of vraag de begeleider om hulp."],
        _ => texts["Deze code kennen we niet. Kijk goed naar de letters en cijfers, en probeer het nog een keer."],
    };
}
