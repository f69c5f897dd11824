using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>A list to sign at the door, on paper only: the computer hears how many people came, never who.</summary>
public sealed class AttendanceSheetModel(TableAccess access, MeetingStore meetings) : FacilitatorPage(access)
{
    private const int UsualLines = 30;

    /// <summary>When the paper is gone at the latest: counting takes a day, minutes may take months.</summary>
    private const int DaysToCount = 7;
    private const int DaysToSendMinutes = 90;

    [BindProperty(SupportsGet = true, Name = "regels")]
    [Range(1, 300, ErrorMessage = "Kies 1 tot 300 regels.")]
    public int Lines { get; set; } = UsualLines;

    /// <summary>Whether people may leave an address for the minutes; only when somebody will send them.</summary>
    [BindProperty(SupportsGet = true, Name = "email")]
    public bool AsksEmail { get; set; }

    public MeetingRow Meeting { get; private set; } = null!;

    public DateOnly DestroyedBy => DutchTime.Today(Meeting.StartsAt).AddDays(AsksEmail ? DaysToSendMinutes : DaysToCount);

    public static string AddressOf(Guid meetingId) => $"/beheer/bijeenkomsten/{meetingId}/presentielijst";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        Meeting = meeting;
        if (!ModelState.IsValid)
            Lines = UsualLines;
        return Page();
    }
}
