using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participatie.Web.Subscriptions;

/// <summary>Says what happened, after it did.</summary>
public sealed class DoneModel : PageModel
{
    public const string Requested = "gevraagd";
    public const string Confirmed = "bevestigd";
    public const string Stopped = "gestopt";

    [BindProperty(Name = "what", SupportsGet = true)]
    public string What { get; set; } = "";
}
