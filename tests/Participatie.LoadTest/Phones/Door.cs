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

    /// <summary>Votes for the first option with the form of the meeting's page, and returns the notice on the page that follows.</summary>
    public async Task<string> VoteAsync(string cookies, string code, Guid pollId, CancellationToken ct)
    {
        using var ballot = await SendAsync(HttpMethod.Get, $"/m/{code}", cookies, content: null, ct);
        var token = Token().Match(await ReadAsync(ballot, HttpStatusCode.OK, ct)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(TokenField, token), KeyValuePair.Create("keuze", "0")]);
        using var answer = await SendAsync(HttpMethod.Post, $"/m/{code}/peilingen/{pollId}/stem", cookies, form, ct);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            return $"an error page with status {(int)answer.StatusCode}";

        using var page = await SendAsync(HttpMethod.Get, $"/m/{code}", $"{cookies}; {CookiesOf(answer)}", content: null, ct);
        return Notice().Match(await ReadAsync(page, HttpStatusCode.OK, ct)) is { Success: true } notice ? WebUtility.HtmlDecode(notice.Groups["notice"].Value) : "nothing";
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

/// <summary>Somebody who has scanned a pass and not yet pressed the button.</summary>
internal sealed record Guest(string Pass, string Token, string Cookies);
