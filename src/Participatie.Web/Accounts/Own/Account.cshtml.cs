using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;
using Participatie.Web.Data;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Own;

/// <summary>Somebody's own account: the password, the second step, and where they are signed in.</summary>
[TakesSecrets]
public sealed class AccountModel(
    UserManager<StaffUser> users, SessionStore sessions, SecondStep secondStep, ChangePassword changePassword, NewPassword newPassword, OwnData ownData, IStringLocalizer<Texts> texts)
    : OwnPage(users)
{
    public const string CurrentField = "current";

    [BindProperty(Name = CurrentField)]
    public string? Current { get; set; }

    [BindProperty(Name = NewPassword.Field)]
    public string? Password { get; set; }

    public bool HasSecondStep { get; private set; }

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetDataAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(Json.Write(await ownData.OfAsync(Account, ct))), "application/json", "mijn-account.json");
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        switch (await changePassword.RunAsync(HttpContext, Account, Current ?? "", Password ?? "", ct))
        {
            case PasswordOutcome.Changed:
                Done = texts["Je nieuwe wachtwoord is bewaard. Op andere apparaten ben je uitgelogd."];
                return LocalRedirect(AccountsSetup.AccountPath);
            case PasswordOutcome.CurrentIsWrong:
                ModelState.AddModelError(CurrentField, texts["Dit is niet je wachtwoord van nu. Ging het een paar keer mis? Wacht dan even."]);
                break;
            case PasswordOutcome.TooShort:
                newPassword.Refuse(ModelState, PasswordFault.TooShort);
                break;
            case PasswordOutcome.Guessable:
                newPassword.Refuse(ModelState, PasswordFault.Guessable);
                break;
        }

        await ReadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        if (ConfirmedRecentlyAttribute.Ask(HttpContext) is { } ask)
            return ask;

        await sessions.EndAsync(session, Account.Id, ct);
        Done = texts["Dat apparaat is uitgelogd."];
        return LocalRedirect(AccountsSetup.AccountPath);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        if (ConfirmedRecentlyAttribute.Ask(HttpContext) is { } ask)
            return ask;

        await sessions.EndAllAsync(Account.Id, Session.Id, ct);
        Done = texts["Alle andere apparaten zijn uitgelogd."];
        return LocalRedirect(AccountsSetup.AccountPath);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        HasSecondStep = await secondStep.IsSetUpAsync(Account);
        Sessions = await sessions.OfUserAsync(Account.Id, ct);
    }
}
