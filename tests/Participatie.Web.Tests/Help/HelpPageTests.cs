using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Participatie.Testing;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Help;

/// <summary>A help page shows the pictures that somebody made, and says everything without them.</summary>
public sealed class HelpPageTests() : ServerTests(DatabaseKind.Sqlite)
{
    private readonly TemporaryFolder assets = new();

    [Fact]
    public async Task A_picture_that_was_made_is_shown_with_its_measures_and_in_words()
    {
        await MakeAsync("bewoner-stemmen");

        await Visitor.GetAsync("/hulp/bewoner");

        var picture = Assert.Single(Visitor.Page.QuerySelectorAll(".help img"));
        Assert.Equal("/assets/images/help/bewoner-stemmen.webp", picture.GetAttribute("src"));
        Assert.Equal("Een telefoon: een vraag met de antwoorden als grote knoppen.", picture.GetAttribute("alt"));
        Assert.Equal(("360", "640", "lazy"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
    }

    [Theory]
    [InlineData("/hulp/bewoner")]
    [InlineData("/hulp/begeleider")]
    [InlineData("/hulp/verslaglegger")]
    [InlineData("/hulp/bestuur")]
    [InlineData("/hulp/beheerder")]
    public async Task Every_step_is_in_words_too(string path)
    {
        await Visitor.GetAsync("/hulp");
        Assert.NotNull(Visitor.Page.QuerySelector($"main a[href='{path}']"));

        await Visitor.GetAsync(path);

        Assert.Empty(Visitor.Page.QuerySelectorAll(".help img"));
        Assert.All(Visitor.Page.QuerySelectorAll(".help > li"), step => Assert.True(step.QuerySelector("h2") is not null && step.QuerySelector("p") is not null, step.TextContent));
        Assert.InRange(Visitor.Page.QuerySelectorAll(".help > li").Length, 3, 10);
    }

    [Fact]
    public async Task The_help_for_residents_speaks_their_language()
    {
        Visitor.Http.DefaultRequestHeaders.Add("Accept-Language", "tr");

        await Visitor.GetAsync("/hulp/bewoner");

        Assert.Equal("Mahalle sakinleri için yardım", Visitor.Page.QuerySelector("h1")!.TextContent);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        assets.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Only the pictures of this test: whoever builds here may have made others.</summary>
    protected override void Adjust(WebApplicationBuilder builder) => builder.Environment.WebRootFileProvider = new PhysicalFileProvider(assets.Name);

    private async Task MakeAsync(string name)
    {
        var file = assets.File($"assets/images/help/{name}.webp");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "a picture", Ct);
    }
}
