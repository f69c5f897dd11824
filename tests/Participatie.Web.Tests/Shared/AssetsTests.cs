using Participatie.Testing;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Shared;

public sealed class AssetsTests() : ServerTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Everything_that_a_page_asks_for_is_served_and_may_be_kept()
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
}
