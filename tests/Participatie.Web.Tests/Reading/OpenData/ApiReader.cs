using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participatie.Testing;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>A program that reads the open data.</summary>
internal sealed class ApiReader(TestServer server) : IDisposable
{
    public static readonly string[] Lists = ["wijken", "tafels", "vergaderingen", "agendapunten", "stemmingen", "verslagen", "besluiten"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sends a request to an address of this site.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.RelativeOrAbsolute));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request, Ct);
    }

    /// <summary>What an address below the root of the API, or a whole address, holds.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await SendAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : $"/api/v1/{path}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
    }

    /// <summary>The items on one page of a list.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path) => [.. (await ReadAsync(path))["resultaten"]!.AsArray().Select(item => item!)];

    /// <summary>The one item of a list.</summary>
    public async Task<JsonNode> SingleAsync(string path) => Assert.Single(await ListAsync(path));

    /// <summary>All that can be read anywhere: the first page of each list, and each item of it by itself.</summary>
    public async Task<string> EverythingAsync()
    {
        var all = new List<string>();
        foreach (var list in Lists)
        {
            foreach (var item in await ListAsync($"{list}?aantal=100"))
            {
                var one = await ReadAsync(item["url"]!.GetValue<string>());
                Assert.True(JsonNode.DeepEquals(item, one), one.ToJsonString());
                all.Add(one.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
            }
        }

        return string.Join('\n', all);
    }

    public async Task<JsonNode> AssertProblemAsync(string path, HttpStatusCode status)
    {
        using var answer = await SendAsync(path);
        return await AssertProblemAsync(answer, status);
    }

    public static async Task<JsonNode> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        AssertHeaders(answer);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        return problem;
    }

    /// <summary>Every answer carries these.</summary>
    public static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal("1.0.0", Assert.Single(answer.Headers.GetValues("API-Version")));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    public void Dispose() => http.Dispose();
}
