using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Letters;

/// <summary>The news of a table as a letter to print, for who has no e-mail.</summary>
public sealed class LetterModel(PublicPlaces places, PublicMeetings meetings, LetterNews news, PublicAddress address, TimeProvider clock) : PageModel
{
    /// <summary>A letter tells of a quarter, unless somebody asks for another time.</summary>
    private const int UsualDays = 92;

    /// <summary>The first day of which it tells.</summary>
    [BindProperty(SupportsGet = true, Name = "vanaf")]
    public DateOnly? Asked { get; set; }

    public PlaceTableRow Table { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public DateOnly Since { get; private set; }

    public IReadOnlyList<LetterRow> Decisions { get; private set; } = [];

    public IReadOnlyList<PublicMeetingRow> Coming { get; private set; } = [];

    /// <summary>Where all of this stands, for who does have a telephone.</summary>
    public string Address => address.Of(Request, $"/tafels/{Table.Slug}");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await places.FindTableAsync(slug, ct) is not { } table)
            return NotFound();

        Table = table;
        Today = DutchTime.Today(clock.GetUtcNow());
        Since = Asked is { } asked && asked <= Today ? asked : Today.AddDays(-UsualDays);
        Decisions = await news.SinceAsync(table.Id, DutchTime.Instant(Since.ToDateTime(TimeOnly.MinValue)), ct);
        Coming = await meetings.ComingAtTableAsync(table.Id, ct);
        return Page();
    }
}
