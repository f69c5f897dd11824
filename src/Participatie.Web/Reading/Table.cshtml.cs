using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Decisions;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.OpenData.Exports;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>A table: when it meets, when it met, what it decided, what it must answer.</summary>
public sealed class TableModel(PublicPlaces places, PublicMeetings meetings, DecisionRegister register, TableYears years, PublicAddress address) : PageModel
{
    private const int NewestDecisions = 10;

    public PlaceTableRow Table { get; private set; } = null!;

    public IReadOnlyList<PublicMeetingRow> Coming { get; private set; } = [];

    public IReadOnlyList<PublicMeetingRow> Past { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    /// <summary>What others decided and this table must answer.</summary>
    public IReadOnlyList<DecisionRow> Waiting { get; private set; } = [];

    /// <summary>Those of which there are files to take along.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public CalendarFeed Feed => CalendarFeed.Of(FeedOwner.Of(Table), Table.Name, Request, address);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await places.FindTableAsync(slug, ct) is not { } table)
            return NotFound();

        Table = table;
        Coming = await meetings.ComingAtTableAsync(table.Id, ct);
        Past = await meetings.PastAtTableAsync(table.Id, ct);
        Decisions = await register.OfTableAsync(table.Id, NewestDecisions, ct);
        Years = await years.OfAsync(table.Id, ct);
        Waiting = await register.WaitingForAsync(table.Id, ct);
        return Page();
    }
}
