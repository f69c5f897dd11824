namespace Participatie.Web.Shared;

/// <summary>
/// Where a link that somebody typed may lead: http, https, mailto and pages of this site. It lists what is allowed, so
/// that a scheme or a spelling that nobody thought of is refused.
/// </summary>
public static class SafeLink
{
    public static bool Allows(string? address) =>
        !string.IsNullOrEmpty(address)
        && !address.Any(IsRisky)
        && (IsOfThisSite(address) || LeadsOutside(address) || Starts(address, "mailto:"));

    public static bool LeadsOutside(string address) => Starts(address, "https://") || Starts(address, "http://");

    /// <summary>A path or a place on the page; <c>//host</c> is another site.</summary>
    private static bool IsOfThisSite(string address) =>
        address[0] == '#' || (address[0] == '/' && (address.Length == 1 || address[1] != '/'));

    /// <summary>Browsers drop control characters and white space, and read a backslash as a slash.</summary>
    private static bool IsRisky(char sign) => char.IsControl(sign) || char.IsWhiteSpace(sign) || sign == '\\';

    private static bool Starts(string address, string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
