using Microsoft.Extensions.Configuration;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Shared;

namespace Participatie.Browser.Tests;

/// <summary>The theme that the README gives as an example works, and keeps pages legible.</summary>
public sealed class ThemeTests : BrowserTests
{
    [Fact]
    public async Task The_theme_of_the_README_changes_buttons_and_logo_and_keeps_pages_accessible()
    {
        using var folder = new TemporaryFolder();
        var theme = folder.File("thema.css");
        var readme = await File.ReadAllTextAsync(Repository.File("README.md"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(theme, readme.Split("```css")[1].Split("```")[0], TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync(
            DatabaseKind.Sqlite,
            builder => builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(Theme.Key, theme)]));

        foreach (var path in (string[])["", "meedoen", "inloggen", "stemgeheim"])
        {
            var page = await OpenAsync(Device.Phone, $"{server.Address}{path}");
            await CheckAsync(page, $"thema-{path}");
        }

        var front = await OpenAsync(Device.Phone, server.Address.AbsoluteUri);
        Assert.Equal("rgb(10, 74, 143)", await front.Locator(".call").EvaluateAsync<string>("call => getComputedStyle(call).backgroundColor"));
        Assert.Contains("230a4a8f", await front.Locator(".brand img").EvaluateAsync<string>("logo => getComputedStyle(logo).content"), StringComparison.Ordinal);
    }
}
