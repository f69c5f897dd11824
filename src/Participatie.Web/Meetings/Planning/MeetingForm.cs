using System.ComponentModel.DataAnnotations;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Planning;

/// <summary>What a facilitator fills in about a meeting; the time is the clock on the wall.</summary>
public sealed class MeetingForm
{
    [Required(ErrorMessage = "Geef de bijeenkomst een naam.")]
    [StringLength(120, ErrorMessage = "Maak de naam korter: hoogstens 120 letters.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Vul in waar jullie bij elkaar komen.")]
    [StringLength(200, ErrorMessage = "Maak de plaats korter: hoogstens 200 letters.")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "Vul de datum en de tijd in.")]
    public DateTime? StartsAt { get; set; }

    public MeetingPlan ToPlan() => new(Title!.Trim(), Place!.Trim(), DutchTime.Instant(StartsAt!.Value));
}
