using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Shared;

public sealed class ThemeTests() : ServerTests(DatabaseKind.Sqlite)
{
    private const string Sheet = ":root { --wt-klaver: #0a4a8f }";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Every_page_takes_it_after_our_own_style()
    {
        foreach (var path in (string[])["/", "/meedoen", "/inloggen", "/bestaat-niet"])
        {
            await Visitor.GetAsync(path);
            var sheets = Visitor.Page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();

            Assert.Equal(2, sheets.Count);
            Assert.StartsWith("/assets/thema.", sheets[1], StringComparison.Ordinal);
            Assert.Null(Visitor.Page.QuerySelector("meta[name=theme-color]"));
        }
    }

    [Fact]
    public async Task It_is_kept_as_long_as_it_is_the_same()
    {
        await Visitor.GetAsync("/");
        using var answer = await Visitor.Http.GetAsync(Visitor.Page.QuerySelectorAll("link[rel=stylesheet]")[1].GetAttribute("href"), Ct);
        using var other = await Visitor.Http.GetAsync("/assets/thema.0123456789ab.css", Ct);

        Assert.Equal(Sheet, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override void Adjust(WebApplicationBuilder builder)
    {
        var file = folder.File("thema.css");
        File.WriteAllText(file, Sheet);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(Theme.Key, file)]);
    }
}
