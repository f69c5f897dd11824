using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Meetings.Joining;

[ForResidents]
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

    /// <summary>
    /// An address with an unknown code leads here. So does the front page, with what was typed there: that goes on to where
    /// the code on the screen or on the pass leads, and changes nothing by itself.
    /// </summary>
    public IActionResult OnGet([FromQuery(Name = UnknownCode)] bool unknown, [FromQuery(Name = "code")] string? typed)
    {
        var code = Codes.Normalize(typed);
        switch (code.Length)
        {
            case Codes.MeetingLength:
                return new SeeOther($"/m/{code}");
            case Codes.PassLength:
                return new SeeOther($"/p/{code}");
        }

        Code = typed;
        Message = unknown || typed is not null ? JoinTexts.Explain(JoinOutcome.Unknown, texts) : null;
        return Page();
    }

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
