namespace Participatie.Web.Shared.Languages;

/// <summary>How large letters are; their names are in the form, in the cookie and in the style sheet.</summary>
public enum Letters
{
    Normal,
    Large,
    Largest,
}

/// <summary>
/// How a phone shows the pages for residents. The phone keeps it, in a cookie that holds nothing else: the pages work
/// without a script.
/// </summary>
/// <param name="Language">What was chosen; until then, what the browser asks for.</param>
/// <param name="Letters">How large.</param>
/// <param name="BlackAndWhite">The strongest contrast.</param>
public sealed record Display(Language Language, Letters Letters = Letters.Normal, bool BlackAndWhite = false)
{
    private const string Cookie = "weergave";
    private const char Between = '.';

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly Display Default = new(Language.Dutch);

    /// <summary>How this page is shown; a page that is the same for everybody is shown as it is.</summary>
    public static Display Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ForResidentsAttribute>() is null
        ? Default
        : Read(http.Request.Cookies[Cookie]) ?? new Display(Proposed(http.Request));

    /// <summary>What the style sheet calls it; null where it has nothing to do.</summary>
    public string? Classes => (Letters, BlackAndWhite) switch
    {
        (Letters.Normal, false) => null,
        (Letters.Normal, true) => "black-and-white",
        (_, false) => $"letters-{Letters}",
        _ => $"letters-{Letters} black-and-white",
    };

    public void Keep(HttpContext http) => http.Response.Cookies.Append(
        Cookie,
        string.Join(Between, Language.Code, Letters.ToString(), BlackAndWhite.ToString()),
        new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = Lifetime, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });

    /// <summary>For who comes next on a device that goes from hand to hand.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private static Display? Read(string? kept) =>
        kept?.Split(Between) is [var code, var size, var contrast]
        && Language.Find(code) is { } language
        && Enum.TryParse<Letters>(size, out var letters) && Enum.IsDefined(letters)
        && bool.TryParse(contrast, out var blackAndWhite)
            ? new Display(language, letters, blackAndWhite)
            : null;

    /// <summary>The first that the browser's owner reads and we speak.</summary>
    private static Language Proposed(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => Language.Find(wanted.Value.ToString().Split('-')[0]))
        .FirstOrDefault(language => language is not null) ?? Language.Dutch;
}
