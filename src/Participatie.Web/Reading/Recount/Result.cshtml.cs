using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Polls;

namespace Participatie.Web.Reading.Recount;

/// <summary>The result of one poll, with all that somebody needs to check it.</summary>
public sealed class ResultModel(ReleasedPolls polls, CountedBallots counted, PublicMeetings meetings) : PageModel
{
    /// <summary>A receipt that somebody looks up.</summary>
    [BindProperty(SupportsGet = true, Name = "bewijs")]
    public string? Receipt { get; set; }

    public PollResult Poll { get; private set; } = null!;

    public PublicMeetingRow Meeting { get; private set; } = null!;

    /// <summary>The receipts of all counted ballots, sorted.</summary>
    public IReadOnlyList<string> Receipts { get; private set; } = [];

    /// <summary>What a PrefLib file of this poll ends on; null when there is none.</summary>
    public string? PrefLibExtension { get; private set; }

    public ReceiptLookup Lookup => new(Poll.Id, Receipt, Receipts);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await polls.FindAsync(id, ct) is not { } poll || await meetings.FindAsync(poll.MeetingId, ct) is not { } meeting)
            return NotFound();

        Poll = poll;
        Meeting = meeting;
        Receipts = await counted.ReceiptsAsync(id, ct);
        PrefLibExtension = PrefLib.IsFor(poll) ? PrefLib.Of(poll, await counted.ReadAsync(id, ct)).Extension : null;
        return Page();
    }
}
