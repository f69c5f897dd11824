using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Accounts;

/// <summary>The limits of staff accounts, configured under <see cref="Section"/>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Participatie:Accounts";

    [Range(8, 128)]
    public int PasswordLength { get; set; } = 12;

    /// <summary>A file of SHA-1 hashes of breached passwords, sorted, one on a line, as Have I Been Pwned offers it; null for only our own list.</summary>
    public string? BreachedPasswords { get; set; }

    /// <summary>So many wrong passwords or codes in a row, and the next must wait for <see cref="Lockout"/>.</summary>
    [Range(1, 100)]
    public int FailuresBeforeLockout { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lockout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A session ends when nothing is done in it for so long.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A session ends after so long, whatever is done in it.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Who changes how an account signs in has signed in no longer ago than this.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "12:00:00")]
    public TimeSpan Confirmation { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Administrators, facilitators and board members need a second step at signing in; from their first time they have so
    /// long to set it up. Zero asks it at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan SecondStepGrace { get; set; } = TimeSpan.FromDays(14);

    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);
}
