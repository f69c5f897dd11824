using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>The meetings to come, by month, and how to get them into a calendar of one's own.</summary>
public sealed class CalendarModel(PublicPlaces places, PublicMeetings meetings, PublicAddress address, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "wijk")]
    public string? Area { get; set; }

    public IReadOnlyList<PlaceRow> Areas { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, PublicMeetingRow>> Months { get; private set; } = [];

    public FeedOwner Owner { get; private set; } = FeedOwner.All;

    public CalendarFeed Feed { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Area = string.IsNullOrWhiteSpace(Area) ? null : Area;
        Areas = await places.AreasAsync(ct);
        Months = [.. (await meetings.ComingAsync(Area, Most, ct)).GroupBy(meeting => DutchTime.Month(meeting.StartsAt), StringComparer.Ordinal)];
        Owner = Areas.FirstOrDefault(area => string.Equals(area.Slug, Area, StringComparison.Ordinal)) is { } chosen ? FeedOwner.Of(chosen) : FeedOwner.All;
        Feed = CalendarFeed.Of(Owner, Owner.NameIn(texts), Request, address);
    }
}
