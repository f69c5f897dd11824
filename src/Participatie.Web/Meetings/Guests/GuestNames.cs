using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Guests;

/// <summary>How guests are named on every screen and in the minutes.</summary>
public static class GuestNames
{
    /// <summary>Null when there are none.</summary>
    public static string? Line(IStringLocalizer<Texts> texts, IReadOnlyList<string> guests) =>
        guests.Count == 0 ? null : texts["Te gast: {0}", string.Join("; ", guests)].Value;
}
