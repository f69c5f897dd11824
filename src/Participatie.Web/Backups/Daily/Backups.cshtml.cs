using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Backups.Daily;

/// <summary>How the backups went, and making one now.</summary>
[AdministratorsOnly]
public sealed class BackupsModel(BackupLog log, KeepBackup keep, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public const string Path = "/beheer/reservekopieen";

    public IReadOnlyList<BackupRow> Backups { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Backups = await log.AllAsync(ct);

    /// <summary>Goes on when the browser goes away.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await keep.RunAsync(BackupName.OfMoment(clock.GetUtcNow()), CancellationToken.None))
            Done = texts["De reservekopie is gemaakt."];
        return LocalRedirect(Path);
    }
}
