using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Backups.Daily;

/// <summary>The backups that the server makes by itself; section <see cref="Section"/> of the configuration.</summary>
public sealed class BackupsOptions
{
    public const string Section = "Backups";

    /// <summary>Does this installation make a backup each night?</summary>
    public bool Daily { get; set; } = true;

    /// <summary>Where the backups are put. On another disk they survive the one with the database.</summary>
    [Required]
    public string Folder { get; set; } = "data/reservekopieen";

    /// <summary>The file with the key that seals them (see <see cref="BackupKey"/>); null for backups that everybody can read who has them.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Of so many days, counted back from the newest backup, the last one is kept.</summary>
    [Range(1, 366)]
    public int Days { get; set; } = 7;

    /// <summary>Of so many weeks, from Monday to Sunday, the last one is kept.</summary>
    [Range(0, 53)]
    public int Weeks { get; set; } = 4;

    /// <summary>Of so many months the last one is kept. What was erased at somebody's request stays in a backup for as long.</summary>
    [Range(0, 120)]
    public int Months { get; set; } = 3;
}
