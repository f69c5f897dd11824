using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participatie.Web.Shared.Languages;

/// <summary>Where somebody chooses the language, the size of the letters and the colours of this phone.</summary>
[ForResidents]
public sealed class DisplaySettingsModel : PageModel
{
    public const string ReturnParameter = "terug";

    private const string Path = "/weergave";

    public static string AddressOf(string? back) => $"{Path}{QueryString.Create(ReturnParameter, back ?? "/meedoen")}";

    [BindProperty(SupportsGet = true, Name = ReturnParameter)]
    public string? Back { get; set; }

    public Display Display { get; private set; } = null!;

    /// <summary>Where the reader came from; never another website.</summary>
    public string Return => Url.IsLocalUrl(Back) ? Back! : "/meedoen";

    public void OnGet() => Display = Display.Of(HttpContext);

    public IActionResult OnPost(
        [FromForm(Name = "taal")] string? code, [FromForm(Name = "letters")] Letters letters, [FromForm(Name = "zwartwit")] bool blackAndWhite)
    {
        // Something unknown, such as from an old page, leaves that part as it was.
        var now = Display.Of(HttpContext);
        new Display(Language.Find(code) ?? now.Language, ModelState.IsValid ? letters : now.Letters, ModelState.IsValid ? blackAndWhite : now.BlackAndWhite).Keep(HttpContext);
        return new SeeOther(Return);
    }
}
