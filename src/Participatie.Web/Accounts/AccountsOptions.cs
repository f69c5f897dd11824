using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Accounts;

/// <summary>The limits of staff accounts, configured under <see cref="Section"/>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Participatie:Accounts";

    [Range(8, 128)]
    public int PasswordLength { get; set; } = 12;

    [Range(1, 100)]
    public int FailuresBeforeLockout { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lockout { get; set; } = TimeSpan.FromMinutes(5);

    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a session may outlive a changed password or a role taken away.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SessionCheck { get; set; } = TimeSpan.FromMinutes(1);

    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);
}
