using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Accounts.Staff;

/// <summary>Who has an account: inviting somebody, a new link for who is locked out, and shutting the account of who left.</summary>
[AdministratorsOnly]
[ConfirmedRecently]
public sealed class StaffModel(
    StaffList staff, TableStore tables, AddStaff addStaff, ShutAccount shutAccount, SessionStore sessions, WelcomeLink links,
    UserManager<StaffUser> users, IStringLocalizer<Texts> texts) : PageModel
{
    public const string Path = "/beheer/medewerkers";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public StaffRole Role { get; set; } = StaffRole.Facilitator;

    /// <summary>The short name of a table.</summary>
    [BindProperty]
    public string? Table { get; set; }

    public IReadOnlyList<StaffListRow> Staff { get; private set; } = [];

    public ILookup<Guid, StaffTask> Tasks { get; private set; } = Array.Empty<StaffTask>().ToLookup(task => task.UserId);

    public IReadOnlyList<TableRow> Tables { get; private set; } = [];

    /// <summary>For whom <see cref="Link"/> is.</summary>
    public StaffUser? Invited { get; private set; }

    /// <summary>A one-time link, shown this once.</summary>
    public string? Link { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public bool IsMe(Guid id) => TableAccess.StaffId(User) == id;

    public string RoleName(StaffRole role) => role.AtTable() is { } atTable ? TableNames.Role(texts, atTable) : texts["Beheerder"];

    public string TaskName(StaffTask task) => texts["{0} van {1}", TableNames.Role(texts, Enum.Parse<TableRole>(task.Role, ignoreCase: true)), task.TableName];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), texts["Vul een naam in."]);
        if (!ModelState.IsValid)
            return await ShowAsync(ct);

        switch (await addStaff.RunAsync(Email ?? "", Name!, Role, Role == StaffRole.Administrator ? null : Table, password: null, ct))
        {
            case StaffOutcome.Added:
                return await ShowLinkAsync(await users.FindByEmailAsync(Email!.Trim()), ct);
            case StaffOutcome.RoleAdded:
                Done = texts["Er was al een account met dit adres. Het heeft deze taak er nu bij."];
                return LocalRedirect(Path);
            case StaffOutcome.HasRoleAlready:
                ModelState.AddModelError(nameof(Email), texts["Er is al een account met dit adres en deze taak."]);
                break;
            case StaffOutcome.AddressIsInvalid:
                ModelState.AddModelError(nameof(Email), texts["Vul een e-mailadres in, zoals naam@gemeente.nl."]);
                break;
            default:
                ModelState.AddModelError(nameof(Table), texts["Kies voor welke tafel."]);
                break;
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid person, CancellationToken ct) =>
        await ShowLinkAsync(await users.FindByIdAsync(person.ToString()), ct);

    public Task<IActionResult> OnPostSignOutAsync(Guid person, CancellationToken ct) =>
        ForAsync(person, user => sessions.EndAllAsync(user.Id, but: null, ct), "{0} is overal uitgelogd.");

    public Task<IActionResult> OnPostForgetSecondStepAsync(Guid person, CancellationToken ct) =>
        ForAsync(person, user => shutAccount.ForgetSecondStepAsync(user, ct), "De tweede stap van {0} is weg. Bij het inloggen is het wachtwoord nu genoeg.");

    public Task<IActionResult> OnPostShutAsync(Guid person) =>
        ForAsync(person, shutAccount.ShutAsync, "{0} kan niet meer inloggen.");

    public Task<IActionResult> OnPostOpenAsync(Guid person) =>
        ForAsync(person, shutAccount.OpenAsync, "{0} kan weer inloggen.");

    public Task<IActionResult> OnPostRemoveAsync(Guid person) =>
        ForAsync(person, shutAccount.RemoveAsync, "Het account van {0} is weg.");

    private async Task<IActionResult> ForAsync(Guid person, Func<StaffUser, Task> work, string done)
    {
        if (!IsMe(person) && await users.FindByIdAsync(person.ToString()) is { } user)
        {
            await work(user);
            Done = texts[done, user.Name];
        }

        return LocalRedirect(Path);
    }

    private async Task<IActionResult> ShowLinkAsync(StaffUser? user, CancellationToken ct)
    {
        if (user is null)
            return LocalRedirect(Path);

        (Invited, Link) = (user, await links.CreateAsync(user));
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Staff = await staff.AllAsync(ct);
        Tasks = await staff.TasksAsync(ct);
        Tables = await tables.TablesAsync(ct);
        return Page();
    }
}
