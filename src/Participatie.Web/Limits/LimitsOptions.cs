using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Limits;

/// <summary>What one person or one phone may ask of the server, configured under <see cref="Section"/>. Never by address: a hall shares one.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Participatie:Limits";

    /// <summary>Forms that one account of staff may send in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int StaffFormsPerMinute { get; set; } = 600;

    /// <summary>Forms that one phone may send in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int PhoneFormsPerMinute { get; set; } = 120;

    /// <summary>Calls that one connection of a phone may make in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int CallsPerMinute { get; set; } = 120;

    /// <summary>Connections that may be open at once: those that wait for pages, and as many again of phones.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 20_000;
}
