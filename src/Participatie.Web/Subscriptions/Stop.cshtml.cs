using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Data;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>
/// Ends a subscription. Mail programs do it themselves by sending this form (RFC 8058), without a token and without
/// following where it leads: the link is the proof.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StopModel(
    SubscriptionStore subscriptions, FeedOwners owners, EndSubscription end, InstallationSecrets secrets, PublicAddress address) : PageModel
{
    /// <summary>Whose news it is; null when there is nothing to stop.</summary>
    public FeedOwner? Owner { get; private set; }

    /// <summary>How many more subscriptions go to the same address.</summary>
    public long Others { get; private set; }

    public async Task OnGetAsync(string link, CancellationToken ct)
    {
        if (await FindAsync(link, ct) is not { } id || await subscriptions.FindAsync(id, ct) is not { } subscription)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        Owner = await owners.FindAsync(subscription.Page, ct);
        Others = subscription.Others;
    }

    /// <summary>Also says that it is done when it was done before.</summary>
    public async Task<IActionResult> OnPostAsync(string link, [FromForm(Name = "alles")] string? all, CancellationToken ct)
    {
        if (await FindAsync(link, ct) is not { } id)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (all is null)
            await end.RunAsync(id, address.Of(SubscriptionPaths.Stop(link)), ct);
        else
            await end.RunForAddressAsync(id, ct);
        return new SeeOther(SubscriptionPaths.Done(DoneModel.Stopped));
    }

    private async Task<Guid?> FindAsync(string link, CancellationToken ct) => (await LinkKey.OfAsync(secrets, ct)).Read(link, LinkPurpose.Stop);
}
