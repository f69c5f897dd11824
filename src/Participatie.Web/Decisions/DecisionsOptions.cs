using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Decisions;

/// <summary>What a municipality settles about decisions; section <c>Decisions</c> of the configuration.</summary>
public sealed class DecisionsOptions
{
    /// <summary>What a decision can be about, with commas between: a list in a configuration cannot be made shorter.</summary>
    [Required]
    public string Themes { get; set; } = "wonen, veiligheid, meedoen, jeugd, gezondheid, onderwijs, werk";

    public IReadOnlyList<string> ThemeNames => Themes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
