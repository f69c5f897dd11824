using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Participatie.Web.Data;

namespace Participatie.Web.Shared;

/// <summary>The colours, letters and logo of a municipality, laid over ours: one style sheet, read when the server starts.</summary>
public sealed class Theme(IConfiguration configuration)
{
    public const string Key = "Participatie:Theme";

    /// <summary>In bytes. A theme comes with the first visit of a phone on a slow line.</summary>
    private const int Largest = 32 * 1024;

    private byte[] sheet = [];

    /// <summary>Where pages find it, another address for another content; null when there is no theme.</summary>
    public string? Address { get; private set; }

    /// <summary>Takes it from its file, before the doors open.</summary>
    /// <exception cref="OperatorFault">It is not there, may not be read or is too large.</exception>
    public async Task ReadAsync(CancellationToken ct)
    {
        if (configuration[Key] is not { Length: > 0 } file)
            return;

        try
        {
            sheet = await File.ReadAllBytesAsync(file, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault($"The theme of {Key} cannot be read: {fault.Message}", fault);
        }

        if (sheet.Length > Largest)
            throw new OperatorFault($"The theme '{file}' is {sheet.Length / 1024} KB: residents on a slow line would wait for more than {Largest / 1024} KB.");

        Address = $"/assets/thema.{Convert.ToHexStringLower(SHA256.HashData(sheet))[..12]}.css";
    }

    public static void Map(IEndpointRouteBuilder site) => site.MapMethods("/assets/thema.{fingerprint}.css", FileRequest.Methods, Send);

    private static Results<FileContentHttpResult, NotFound> Send(HttpContext http, Theme theme)
    {
        if (!string.Equals(http.Request.Path, theme.Address, StringComparison.Ordinal))
            return TypedResults.NotFound();

        FileRequest.KeepForGood(http.Response);
        return TypedResults.File(theme.sheet, "text/css");
    }
}
