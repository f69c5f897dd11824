using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Discovery;

/// <summary>Who hears about a hole in the security of this installation; section <see cref="Section"/> of the configuration.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Participatie:Security";

    /// <summary>An address such as <c>mailto:security@example.nl</c> or a web page; null when there is none.</summary>
    [RegularExpression(@"(mailto:[^\s@]+@[^\s@]+|https://\S+|tel:\+[\d-]+)", ErrorMessage = "Participatie:Security:Contact is an address that starts with mailto:, https: or tel:.")]
    public string? Contact { get; set; }
}

/// <summary>/.well-known/security.txt, RFC 9116.</summary>
public static class SecurityContact
{
    private const string Address = "/.well-known/security.txt";

    /// <summary>The standard asks for less than a year: a contact of an installation that is gone must not look valid.</summary>
    private const int GoodForDays = 90;

    public static void AddSecurityContact(this IServiceCollection services) =>
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public static void MapSecurityContact(this IEndpointRouteBuilder site) => site.MapMethods(Address, FileRequest.Methods, Send);

    /// <summary>Says in the log that nobody can report a hole.</summary>
    public static void Remind(WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.Contact is not { Length: > 0 })
            SecurityContactLog.Missing(app.Services.GetRequiredService<ILogger<SecurityOptions>>());
    }

    private static IResult Send(HttpContext http, IOptions<SecurityOptions> security, PublicAddress address, TimeProvider clock) =>
        security.Value.Contact is { Length: > 0 } contact
            ? Results.Text(Write(contact, clock.GetUtcNow(), address.Of(http.Request, Address)), "text/plain; charset=utf-8")
            : Results.NotFound();

    private static string Write(string contact, DateTimeOffset now, string address)
    {
        var expires = new DateTimeOffset(now.UtcDateTime.Date.AddDays(GoodForDays), TimeSpan.Zero);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Contact: {contact}\nExpires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: nl, en\nCanonical: {address}\n");
    }
}

internal static partial class SecurityContactLog
{
    [LoggerMessage(LogLevel.Warning, "Nobody can report a hole in the security: set Participatie:Security:Contact for /.well-known/security.txt")]
    public static partial void Missing(ILogger log);
}
