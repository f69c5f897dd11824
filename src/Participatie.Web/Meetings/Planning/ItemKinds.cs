using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Planning;

/// <summary>What the table is asked to do, in words.</summary>
public static class ItemKinds
{
    public static string Name(ItemKind kind, IStringLocalizer<Texts> texts) => kind switch
    {
        ItemKind.Inform => texts["Om te weten"],
        ItemKind.Discuss => texts["Om over te praten"],
        _ => texts["Om te beslissen"],
    };
}
