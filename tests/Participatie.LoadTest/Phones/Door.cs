using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Participatie.LoadTest.Phones;

/// <summary>The pages through which a phone comes in: each phone has cookies of its own, all share one address.</summary>
internal sealed partial class Door(Uri address) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
        })
    {
        BaseAddress = address,
    };

    /// <summary>Scans a pass: sees for which meeting it is.</summary>
    public async Task<Guest> ScanAsync(string pass, CancellationToken ct)
    {
        using var page = await http.GetAsync($"/p/{pass}", ct);
        var html = await ReadAsync(page, HttpStatusCode.OK, ct);
        var token = Token().Match(html);
        return token.Success
            ? new Guest(pass, token.Groups["token"].Value, CookiesOf(page))
            : throw new HttpRequestException($"The page of a pass has no form: {Title().Match(html).Groups["title"].Value}.");
    }

    /// <summary>Presses the button: the pass is bound to this phone, and the page of the meeting appears. Returns its cookies and how long it took.</summary>
    public async Task<(string Cookies, TimeSpan Took)> EnterAsync(Guest guest, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(TokenField, guest.Token)]);
        using var answer = await SendAsync(HttpMethod.Post, $"/p/{guest.Pass}", guest.Cookies, form, ct);
        await ReadAsync(answer, HttpStatusCode.SeeOther, ct);

        var cookies = $"{guest.Cookies}; {CookiesOf(answer)}";
        using var page = await SendAsync(HttpMethod.Get, answer.Headers.Location!.ToString(), cookies, content: null, ct);
        await ReadAsync(page, HttpStatusCode.OK, ct);
        return (cookies, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Votes with the form of the meeting's page, and reads the page that follows. Returns its complaint, if any.</summary>
    /// <param name="guest">Somebody who has entered: the page, with its form, is open.</param>
    /// <param name="page">The path of that page.</param>
    /// <param name="pollId">The poll.</param>
    /// <param name="option">The choice.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string?> VoteAsync(Guest guest, string page, Guid pollId, int option, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(TokenField, guest.Token), KeyValuePair.Create("keuze", $"{option}")]);
        using var answer = await SendAsync(HttpMethod.Post, $"{page}/peilingen/{pollId}/stem", guest.Cookies, form, ct);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            return $"an error page with status {(int)answer.StatusCode}";

        using var after = await SendAsync(HttpMethod.Get, page, $"{guest.Cookies}; {CookiesOf(answer)}", content: null, ct);
        if (after.StatusCode != HttpStatusCode.OK)
            return $"an error page with status {(int)after.StatusCode} after the vote";
        return Notice().Match(await after.Content.ReadAsStringAsync(ct)) is { Success: true } notice ? WebUtility.HtmlDecode(notice.Groups["notice"].Value) : null;
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string cookies, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", cookies);
        return await http.SendAsync(request, ct);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, HttpStatusCode expected, CancellationToken ct) =>
        response.StatusCode == expected
            ? await response.Content.ReadAsStringAsync(ct)
            : throw new HttpRequestException($"{response.RequestMessage!.RequestUri!.AbsolutePath} answered with {(int)response.StatusCode}.");

    private static string CookiesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])) : "";

    [GeneratedRegex(@"name=""__RequestVerificationToken"" type=""hidden"" value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"class=""notice late"" role=""alert""><p>(?<notice>[^<]*)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notice();

    [GeneratedRegex("<title>(?<title>[^<]*)</title>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();
}

/// <summary>Somebody who has scanned a pass.</summary>
internal sealed record Guest(string Pass, string Token, string Cookies);
