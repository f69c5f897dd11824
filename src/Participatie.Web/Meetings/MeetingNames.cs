using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings;

/// <summary>How people are told where a meeting is in its life, and what an agenda item is for.</summary>
public static class MeetingNames
{
    public static string State(IStringLocalizer<Texts> texts, MeetingState state) => state switch
    {
        MeetingState.Planned => texts["Gepland"],
        MeetingState.Open => texts["Nu bezig"],
        _ => texts["Afgelopen"],
    };

    public static string Kind(IStringLocalizer<Texts> texts, ItemKind kind) => kind switch
    {
        ItemKind.Inform => texts["Om te weten"],
        ItemKind.Discuss => texts["Om over te praten"],
        _ => texts["Om te beslissen"],
    };
}
