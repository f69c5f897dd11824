using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>How readers are told where a meeting is in its life, and what an agenda item is for.</summary>
public static class MeetingNames
{
    public static string State(IStringLocalizer<Texts> texts, MeetingState state) => state switch
    {
        MeetingState.Planned => texts["Gepland"],
        MeetingState.Open => texts["Nu bezig"],
        _ => texts["Afgelopen"],
    };

    public static string Kind(IStringLocalizer<Texts> texts, string kind) => Enum.Parse<ItemKind>(kind, ignoreCase: true) switch
    {
        ItemKind.Inform => texts["Om te weten"],
        ItemKind.Discuss => texts["Om over te praten"],
        _ => texts["Om over te besluiten"],
    };
}
