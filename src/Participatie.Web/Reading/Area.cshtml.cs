using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>An area as a story in time.</summary>
public sealed class AreaModel(PublicPlaces places, AreaStory story, PublicAddress address) : PageModel
{
    private const int LongestStory = 100;

    public PlaceRow Area { get; private set; } = null!;

    public IReadOnlyList<PlaceTableRow> Tables { get; private set; } = [];

    public IReadOnlyList<ChapterRow> Story { get; private set; } = [];

    public CalendarFeed Feed => CalendarFeed.Of(FeedOwner.Of(Area), Area.Name, Request, address);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await places.FindAreaAsync(slug, ct) is not { } area)
            return NotFound();

        Area = area;
        Tables = await places.TablesInAsync(slug, ct);
        Story = await story.ReadAsync(slug, LongestStory, ct);
        return Page();
    }
}
