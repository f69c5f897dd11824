using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Minutes;

/// <summary>The limits of minutes; section <c>Minutes</c> of the configuration.</summary>
public sealed class MinutesOptions
{
    /// <summary>In characters: about eighty printed pages.</summary>
    [Range(1_000, 2_000_000)]
    public int LongestText { get; set; } = 200_000;
}
