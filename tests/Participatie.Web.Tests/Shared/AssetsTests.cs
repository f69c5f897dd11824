using Participatie.Testing;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Shared;

public sealed class AssetsTests() : ServerTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Everything_that_a_page_asks_for_is_served()
    {
        var page = await Visitor.GetAsync("/bestaat-niet");
        var assets = page.QuerySelectorAll("link[href], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")).ToList();

        Assert.NotEmpty(assets);
        foreach (var asset in assets)
        {
            using var answer = await Visitor.Http.GetAsync(new Uri(asset!, UriKind.Relative), Ct);
            Assert.True(answer.IsSuccessStatusCode, $"{asset} answers {answer.StatusCode}.");
            Assert.True(answer.Content.Headers.ContentLength is null or > 0, $"{asset} is empty.");
        }
    }

    [Fact]
    public async Task What_is_built_travels_compressed()
    {
        await Visitor.GetAsync("/bestaat-niet");
        var stylesheet = Visitor.Page.QuerySelector("link[rel='stylesheet']")!.GetAttribute("href")!;
        using var plain = new HttpClient { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, stylesheet) { Headers = { AcceptEncoding = { new("gzip") } } };

        using var answer = await plain.SendAsync(request, Ct);

        var whole = await plain.GetByteArrayAsync(new Uri(stylesheet, UriKind.Relative), Ct);
        var travelled = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.InRange(travelled.Length, 1, whole.Length / 2);
    }
}
