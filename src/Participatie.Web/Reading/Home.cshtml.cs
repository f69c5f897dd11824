using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Decisions;

namespace Participatie.Web.Reading;

/// <summary>The front page: where do you live, when is the next table, what did they do with our advice.</summary>
public sealed class HomeModel(PublicPlaces places, PublicMeetings meetings, DecisionRegister register) : PageModel
{
    private const int Shown = 3;

    public IReadOnlyList<PlaceRow> Areas { get; private set; } = [];

    public IReadOnlyList<PublicMeetingRow> Coming { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Areas = await places.AreasAsync(ct);
        Coming = await meetings.ComingAsync(area: null, Shown, ct);
        Decisions = await register.NewestAsync(area: null, Shown, skip: 0, ct);
    }
}
