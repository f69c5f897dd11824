using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>Where a facilitator plans a meeting that goes like an earlier one.</summary>
public sealed class CopyModel(TableAccess access, MeetingStore meetings, CopyMeeting copy, TimeProvider clock) : FacilitatorPage(access)
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public MeetingRow Meeting { get; private set; } = null!;

    public static string AddressOf(Guid meetingId) => $"/beheer/bijeenkomsten/{meetingId}/kopie";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;

        Input = new MeetingForm { Title = Meeting.Title, Place = Meeting.Place, StartsAt = SameTimeInALaterWeek() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;

        return ModelState.IsValid ? new SeeOther(PlanModel.AddressOf(await copy.RunAsync(Meeting, Input.ToPlan(), ct))) : Page();
    }

    /// <summary>The first week after that of the meeting that is still to come.</summary>
    private DateTime SameTimeInALaterWeek()
    {
        var (start, now) = (DutchTime.Local(Meeting.StartsAt), DutchTime.Local(clock.GetUtcNow()));
        var weeks = 1 + Math.Max(0, (int)Math.Floor((now - start).TotalDays / 7));
        return start.AddDays(7 * weeks);
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();

        Meeting = meeting;
        return await RefuseAsync(meeting.TableId, ct);
    }
}
