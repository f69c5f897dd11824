using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Planning;

/// <summary>
/// Ballots to print. Before the poll opens each gets a new pass of its own, so whoever loses the paper can still vote with
/// that code on a phone, once; after that no pass is valid in this poll any more, and people copy the code of theirs.
/// </summary>
public sealed class PaperBallotsModel(
    TableAccess access, MeetingStore meetings, PollStore polls, Passes passes, RuleSentence rule, PublicAddress address) : FacilitatorPage(access)
{
    [BindProperty]
    [Range(1, PassSheetModel.MostAtOnce, ErrorMessage = "Kies 1 tot 500 stembiljetten.")]
    public int Count { get; set; } = 10;

    public MeetingRow Meeting { get; private set; } = null!;

    public PollCard Poll { get; private set; } = null!;

    /// <summary>The ballots to print; null stands for one without a pass of its own.</summary>
    public IReadOnlyList<NewPass?> Ballots { get; private set; } = [];

    public string Rule => rule.Of(Poll.Rules.Method, Poll.Rules.Quorum);

    public bool GetsPasses => Poll.Rules.State == PollState.Draft;

    public bool IsOver => Meeting.State == MeetingState.Closed || Poll.Rules.State is not (PollState.Draft or PollState.Open);

    /// <summary>The boxes that stand before an option.</summary>
    public IReadOnlyList<string> Boxes => Poll.Rules.Method switch
    {
        Score => [.. Enumerable.Range(Score.Lowest, Score.Highest).Select(mark => $"{mark}")],
        Dots dots => [.. Enumerable.Repeat("", dots.PerOption)],
        _ => [""],
    };

    public string AddressOf(NewPass pass) => address.Of(Request, $"/p/{pass.Code}");

    public async Task<IActionResult> OnGetAsync(Guid pollId, CancellationToken ct) => await LoadAsync(pollId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid pollId, CancellationToken ct)
    {
        if (await LoadAsync(pollId, ct) is { } refusal)
            return refusal;
        if (ModelState.IsValid && !IsOver)
            Ballots = GetsPasses ? [.. await passes.IssueAsync(Meeting.Id, Count, ct)] : [.. Enumerable.Repeat<NewPass?>(null, Count)];
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid pollId, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll || await meetings.FindAsync(poll.MeetingId, ct) is not { } meeting)
            return NotFound();

        (Poll, Meeting) = (poll, meeting);
        return await RefuseAsync(meeting.TableId, ct);
    }
}
