using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>Where a facilitator calls off a meeting, or lets it go on after all.</summary>
public sealed class CancelModel(
    TableAccess access, MeetingStore meetings, CancelMeeting cancel, ReinstateMeeting reinstate, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    [BindProperty]
    public CancelForm Input { get; set; } = new();

    public MeetingRow Meeting { get; private set; } = null!;

    public string? Message { get; private set; }

    public static string AddressOf(Guid meetingId) => $"/beheer/bijeenkomsten/{meetingId}/afzeggen";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        return ModelState.IsValid ? await AnswerAsync(await cancel.RunAsync(id, Input.Reason, Actor, ct), ct) : Page();
    }

    public async Task<IActionResult> OnPostReinstateAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        return await LoadAsync(id, ct) ?? await AnswerAsync(await reinstate.RunAsync(id, Actor, ct), ct);
    }

    private async Task<IActionResult> AnswerAsync(MeetingStep step, CancellationToken ct)
    {
        if (step == MeetingStep.Done)
            return new SeeOther($"/beheer/bijeenkomsten/{Meeting.Id}");

        Message = texts["Iemand anders was je voor. Zo staat het er nu voor:"];
        return await LoadAsync(Meeting.Id, ct) ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();

        Meeting = meeting;
        return await RefuseAsync(meeting.TableId, ct);
    }
}

public sealed class CancelForm
{
    [Required(ErrorMessage = "Schrijf op waarom de bijeenkomst niet doorgaat.")]
    [StringLength(CancelMeeting.LongestReason, ErrorMessage = "Maak de reden korter: hoogstens 300 letters.")]
    public string? Reason { get; set; }
}
