namespace Participatie.Web.Accounts.Sessions;

/// <summary>What a browser and its device are called, so that somebody knows their own in a list; no version, no model.</summary>
public static class BrowserName
{
    /// <summary>The first that is named wins: Edge calls itself Chrome too, and Chrome calls itself Safari.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>Reads what a browser says of itself.</summary>
    /// <param name="userAgent">As the browser sent it.</param>
    /// <returns>Such as "Firefox, Windows"; empty when it says nothing that we know.</returns>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>());

    private static string? First((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
