using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Reading;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>The form by which somebody asks for news.</summary>
public sealed class SubscribeModel(RequestNews request, FeedOwners owners, PublicPlaces places, IStringLocalizer<Texts> texts) : PageModel
{
    public const string AtOnce = "direct";

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>The path of an area's or a table's page; nothing for all.</summary>
    [BindProperty(Name = "van", SupportsGet = true)]
    public string? Chosen { get; set; }

    [BindProperty(Name = "ritme")]
    public string? Often { get; set; }

    public IReadOnlyList<PlaceRow> Areas { get; private set; } = [];

    /// <summary>By their area.</summary>
    public ILookup<string, PlaceTableRow> Tables { get; private set; } = Array.Empty<PlaceTableRow>().ToLookup(table => table.AreaSlug, StringComparer.Ordinal);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!EmailAddress.TryRead(Email, out var email))
            ModelState.AddModelError("email", texts["Vul een e-mailadres in, zoals naam@voorbeeld.nl."]);
        else if (await owners.FindAsync(Chosen ?? "", ct) is not { } owner)
            ModelState.AddModelError("", texts["Deze wijk of tafel bestaat niet meer. Kies een andere."]);
        else if (await request.RunAsync(email, owner, string.Equals(Often, AtOnce, StringComparison.Ordinal) ? Rhythm.AtOnce : Rhythm.Weekly, ct))
            return new SeeOther(SubscriptionPaths.Done(DoneModel.Requested));
        else
            ModelState.AddModelError("", texts["Er geven zich nu te veel mensen tegelijk op. Probeer het over een uur nog eens."]);

        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Areas = await places.AreasAsync(ct);
        Tables = (await places.TablesAsync(ct)).ToLookup(table => table.AreaSlug, StringComparer.Ordinal);
    }
}
