using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Mailing;

/// <summary>How mail goes out; section <see cref="Section"/> of the configuration. Without a host it is put into a folder.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The mail server (SMTP); null when there is none.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Asks the server for TLS (STARTTLS), and sends nothing without it.</summary>
    public bool Tls { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender.</summary>
    [Required]
    [EmailAddress]
    public string From { get; set; } = "participatie@localhost";

    /// <summary>Where mail is put when there is no server, a file for each.</summary>
    [Required]
    public string Folder { get; set; } = "data/post";

    /// <summary>How often it looks for news to write about and for mail to send.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(15);

    public bool IsSent => Host is { Length: > 0 };
}
