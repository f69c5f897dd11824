using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Own;

/// <summary>Sets up the second step at signing in: a passkey, an app with codes, and codes on paper for when those are lost.</summary>
[ConfirmedRecently]
[TakesSecrets]
public sealed class TwoStepsModel(UserManager<StaffUser> users, OwnSecondStep secondStep, IStringLocalizer<Texts> texts) : OwnPage(users)
{
    private readonly UserManager<StaffUser> users = users;

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>What the app makes its codes from, until a first code shows that it has it.</summary>
    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    [BindProperty(Name = "credential")]
    public string? Credential { get; set; }

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public int CodesLeft { get; private set; }

    /// <summary>Codes for paper that were made just now.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public string? Done { get; private set; }

    /// <summary>What a QR code tells the app.</summary>
    public string KeyAddress => $"otpauth://totp/Participatie:{Uri.EscapeDataString(Account.Email)}?secret={Key}&issuer=Participatie";

    /// <summary>The key in groups of four, to type over.</summary>
    public string KeyInGroups => string.Join(' ', Key!.Chunk(4).Select(group => new string(group)));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAppAsync(CancellationToken ct)
    {
        if (await secondStep.UseAppAsync(HttpContext, Account, Key ?? "", Code ?? "", ct))
            return await ShowAsync(texts["De app is ingesteld. Bij het inloggen vragen we voortaan ook om een code."]);

        ModelState.AddModelError("code", texts["Deze code klopt niet. Kijk of de klok van je telefoon goed staat en vul de nieuwste code in."]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken ct)
    {
        await secondStep.RemoveAppAsync(HttpContext, Account, ct);
        return await ShowAsync(texts["De app hoort niet meer bij je account."]);
    }

    public async Task<IActionResult> OnPostAskPasskeyAsync() => Content(await secondStep.AskPasskeyAsync(Account), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        var name = BrowserName.Of(Request.Headers.UserAgent.ToString());
        if (await secondStep.AddPasskeyAsync(HttpContext, Account, Credential ?? "", name, ct))
            return await ShowAsync(texts["De passkey is bewaard. Je kunt er nu mee inloggen."]);

        ModelState.AddModelError("", texts["De passkey is niet bewaard. Probeer het nog een keer."]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string passkey, CancellationToken ct)
    {
        if (Base64Url.IsValid(passkey))
            await secondStep.RemovePasskeyAsync(HttpContext, Account, Base64Url.DecodeFromChars(passkey), ct);
        return await ShowAsync(texts["De passkey is weggehaald."]);
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        NewCodes = await secondStep.NewRecoveryCodesAsync(Account);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync(string? done = null)
    {
        Done = done;
        Passkeys = await users.GetPasskeysAsync(Account);
        CodesLeft = await users.CountRecoveryCodesAsync(Account);
        if (done is not null && CodesLeft == 0 && (Account.TwoFactorEnabled || Passkeys.Count > 0))
        {
            NewCodes = await secondStep.NewRecoveryCodesAsync(Account);
            CodesLeft = NewCodes.Count;
        }

        if (!Account.TwoFactorEnabled)
            Key = ModelState.IsValid || string.IsNullOrEmpty(Key) ? secondStep.NewKey() : Key;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
