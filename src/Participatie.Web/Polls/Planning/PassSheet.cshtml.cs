using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Planning;

/// <summary>Makes voting passes and shows them, to be printed, this once.</summary>
public sealed class PassSheetModel(TableAccess access, MeetingStore meetings, Passes passes, ReplacePass replace, SnapshotReader reader, PublicAddress address,
    IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    public const int MostAtOnce = 500;

    [BindProperty]
    [Range(1, MostAtOnce, ErrorMessage = "Kies 1 tot 500 stempassen.")]
    public int Count { get; set; } = 40;

    public MeetingRow Meeting { get; private set; } = null!;

    /// <summary>The number on the pass to replace.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Vul het nummer van de pas in.")]
    public int? Number { get; set; }

    public string? Message { get; private set; }

    public IReadOnlyList<NewPass> Passes { get; private set; } = [];

    /// <summary>The meeting is over: no pass can be made any more.</summary>
    public bool IsOver { get; private set; }

    public int Issued { get; private set; }

    public int Admitted { get; private set; }

    public string JoinAddress => address.Of(Request, "/meedoen").Split("://")[^1];

    public string AddressOf(string pass) => address.Of(Request, $"/p/{pass}");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        ModelState.Remove(nameof(Number));
        if (!ModelState.IsValid)
            return Page();

        Passes = await passes.IssueAsync(id, Count, ct);
        IsOver = Passes.Count == 0;
        return Page();
    }

    public async Task<IActionResult> OnPostReplaceAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (Number is not { } number)
            return Page();

        var (outcome, pass) = await replace.RunAsync(id, number, Actor, ct);
        Passes = pass is null ? [] : [pass];
        Message = outcome switch
        {
            PassReplacement.Unknown => texts["Er is geen stempas met nummer {0}.", number],
            PassReplacement.VotedOnPaper => texts["Met pas {0} is al op papier gestemd. Vervang hem na deze stemming.", number].Value,
            _ => null,
        };
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        Meeting = meeting;
        IsOver = meeting.State == MeetingState.Closed;
        Issued = await passes.CountAsync(id, ct);
        Admitted = await reader.CountAdmittedAsync(id, ct);
        return null;
    }
}
