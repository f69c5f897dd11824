using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Meetings.Phone;

/// <summary>How a vote stays secret, for who is about to vote: short, and in their language. The privacy page says more.</summary>
[ForResidents]
public sealed class SecrecyModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = DisplaySettingsModel.ReturnParameter)]
    public string? Asked { get; set; }

    /// <summary>Where the reader came from; null when that is not a page of ours.</summary>
    public string? Back => Url.IsLocalUrl(Asked) ? Asked : null;
}
