using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>How large a file is, for people: "12 kB", "3,4 MB".</summary>
public static class FileSize
{
    private const double Kilobyte = 1024;
    private const double Megabyte = 1024 * Kilobyte;

    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(DutchTime.Dutch, $"{Math.Max(1, Math.Round(bytes / Kilobyte)):N0} kB")
        : string.Create(DutchTime.Dutch, $"{bytes / Megabyte:0.#} MB");
}
