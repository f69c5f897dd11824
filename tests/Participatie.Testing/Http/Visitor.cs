using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Participatie.Testing.Http;

/// <summary>Somebody with a browser without JavaScript: keeps cookies, follows redirects, reads pages and submits their forms.</summary>
public sealed class Visitor : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClientHandler handler = new() { AutomaticDecompression = DecompressionMethods.All };
    private readonly HttpClient http;
    private readonly IBrowsingContext browser = BrowsingContext.New(Configuration.Default);
    private IDocument? page;

    public Visitor(Uri address) => http = new HttpClient(handler) { BaseAddress = address };

    /// <summary>The client below, for what is not a page: the API, files, headers.</summary>
    public HttpClient Http => http;

    /// <summary>The page that the last request ended on.</summary>
    public IDocument Page => page ?? throw new InvalidOperationException("No page has been opened yet.");

    /// <summary>The page as it was sent.</summary>
    public string Source { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last request ended, redirects followed.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The cookies as a request header carries them, to share them with another program.</summary>
    public string Cookies => handler.CookieContainer.GetCookieHeader(http.BaseAddress!);

    public async Task<IDocument> GetAsync(string path) => await ReadAsync(await http.GetAsync(path, Ct));

    /// <summary>Fills in a form of the present page and submits it as a browser does, hidden fields included.</summary>
    /// <param name="fill">What the visitor fills in.</param>
    /// <param name="form">Which form; the page's only one inside <c>main</c> or <c>body</c> that a browser without JavaScript shows, when left out.</param>
    /// <param name="button">Which of its buttons, where that matters.</param>
    public async Task<IDocument> SubmitAsync(Action<IHtmlFormElement>? fill = null, string form = "main form:not([hidden]), body > form:not([hidden])", string? button = null)
    {
        var element = Page.QuerySelectorAll<IHtmlFormElement>(form).Single();
        fill?.Invoke(element);
        using var request = element.ToRequest(button is null ? null : element.QuerySelector<IHtmlElement>(button));
        return await ReadAsync(await http.SendAsync(request, Ct));
    }

    /// <summary>Sends fields that no form of ours would send, with the token of the present page.</summary>
    public async Task<IDocument> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = Page.QuerySelector<IHtmlInputElement>($"[name={TokenField}]")?.Value;
        var all = token is null ? fields : [.. fields, (TokenField, token)];
        using var content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await http.PostAsync(path, content, Ct));
    }

    /// <summary>Brings files through a form of the present page.</summary>
    public Task<IDocument> UploadAsync(string path, string field, params (string Name, byte[] Content)[] files) => UploadAsync(path, [], field, files);

    /// <summary>The same, with what else is filled in.</summary>
    public async Task<IDocument> UploadAsync(string path, (string Name, string Value)[] filled, string field, params (string Name, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent { { new StringContent(Page.QuerySelector<IHtmlInputElement>($"[name={TokenField}]")!.Value), TokenField } };
        foreach (var (name, value) in filled)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, name);
        return await ReadAsync(await http.PostAsync(path, content, Ct));
    }

    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
        handler.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            Path = response.RequestMessage!.RequestUri!.PathAndQuery;
            var html = Source = await response.Content.ReadAsStringAsync(Ct);
            var address = response.RequestMessage.RequestUri.AbsoluteUri;
            return page = await browser.OpenAsync(answer => answer.Content(html).Address(address), Ct);
        }
    }
}
