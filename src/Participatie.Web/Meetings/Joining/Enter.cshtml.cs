using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Joining;

public sealed class EnterModel(Join join, IStringLocalizer<Texts> texts) : PageModel
{
    public const string UnknownCode = "onbekend";

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>The code of the meeting that a pass is for: the phone's page of a meeting sends it along.</summary>
    [BindProperty(Name = "bijeenkomst")]
    public string? Meeting { get; set; }

    public string? Message { get; private set; }

    public bool AsksForMeeting { get; private set; }

    /// <summary>What was typed, as far as the field holds it.</summary>
    public string? Typed => Code is { Length: > Codes.LongestTyped } ? Code[..Codes.LongestTyped] : Code;

    /// <summary>An address with an unknown code leads here.</summary>
    public void OnGet([FromQuery(Name = UnknownCode)] bool unknown) => Message = unknown ? JoinTexts.Explain(JoinOutcome.Unknown, texts) : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (outcome, meeting) = await join.RunAsync(HttpContext, Code, Meeting, ct);
        if (outcome == JoinOutcome.Joined)
            return new SeeOther($"/m/{meeting}");

        Message = JoinTexts.Explain(outcome, texts);
        AsksForMeeting = outcome == JoinOutcome.MeetingNeeded;
        return Page();
    }
}
