using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Data;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>What the link in the first mail leads to. Only its form confirms: programs that look into mail open links too.</summary>
public sealed class ConfirmModel(SubscriptionStore subscriptions, FeedOwners owners, ConfirmSubscription confirm, InstallationSecrets secrets) : PageModel
{
    /// <summary>Whose news it is; null when the link is dead.</summary>
    public FeedOwner? Owner { get; private set; }

    public Rhythm Rhythm { get; private set; }

    public async Task OnGetAsync(string link, CancellationToken ct)
    {
        if (await FindAsync(link, ct) is not { } id || await subscriptions.FindAsync(id, ct) is not { } subscription)
            Response.StatusCode = StatusCodes.Status410Gone;
        else
            Owner = await owners.FindAsync(subscription.Page, ct);
    }

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken ct)
    {
        if (await FindAsync(link, ct) is { } id && await confirm.RunAsync(id, Rhythm, ct))
            return new SeeOther(SubscriptionPaths.Done(DoneModel.Confirmed));

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<Guid?> FindAsync(string link, CancellationToken ct)
    {
        var key = await LinkKey.OfAsync(secrets, ct);
        foreach (var rhythm in Enum.GetValues<Rhythm>())
        {
            if (key.Read(link, rhythm.Confirmation()) is not { } id)
                continue;

            Rhythm = rhythm;
            return id;
        }

        return null;
    }
}
