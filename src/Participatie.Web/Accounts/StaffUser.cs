using System.Security.Cryptography;

namespace Participatie.Web.Accounts;

/// <summary>A member of staff. The e-mail address is the user name.</summary>
public sealed class StaffUser
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>How this person appears in the log and the minutes.</summary>
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    /// <summary>Null until the invited person has chosen a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password; sessions and one-time links made before are then worth nothing.</summary>
    public string SecurityStamp { get; set; } = NewStamp();

    public string ConcurrencyStamp { get; set; } = NewStamp();

    public DateTimeOffset? LockoutEnd { get; set; }

    public bool LockoutEnabled { get; set; } = true;

    public int AccessFailedCount { get; set; }

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
