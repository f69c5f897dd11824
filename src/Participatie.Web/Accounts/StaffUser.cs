using System.Security.Cryptography;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts;

/// <summary>A member of staff. The e-mail address is the user name.</summary>
public sealed class StaffUser
{
    public Guid Id { get; set; } = RowKey.New();

    /// <summary>How this person appears in the log and the minutes.</summary>
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    /// <summary>Null until the invited person has chosen a password, and for who signs in by a provider.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password; sessions and one-time links made before are then worth nothing.</summary>
    public string SecurityStamp { get; set; } = NewStamp();

    public string ConcurrencyStamp { get; set; } = NewStamp();

    /// <summary>Until then nobody signs in with this account. Wrong passwords do not set it: a stranger could shut out a table.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }

    public bool LockoutEnabled { get; set; } = true;

    public int AccessFailedCount { get; set; }

    /// <summary>Is a code from an app asked after the password?</summary>
    public bool TwoFactorEnabled { get; set; }

    /// <summary>What the app makes its codes from, in base 32; also while it is being set up.</summary>
    public string? AuthenticatorKey { get; set; }

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
