using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Mailing;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>Somebody forgot a password.</summary>
public sealed class ForgottenModel(ForgottenPassword forgottenPassword, IOptions<MailOptions> mailing, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    public bool IsAsked { get; private set; }

    public bool MailIsSent => mailing.Value.IsSent;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError("email", texts["Vul je e-mailadres in."]);
            return Page();
        }

        await forgottenPassword.RunAsync(Email, ct);
        IsAsked = true;
        return Page();
    }
}
