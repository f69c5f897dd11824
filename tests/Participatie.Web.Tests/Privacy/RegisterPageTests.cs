using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Privacy;

namespace Participatie.Web.Tests.Privacy;

public sealed class RegisterPageTests
{
    [Fact]
    public async Task Everybody_reads_what_is_kept_and_a_municipality_gets_it_in_its_assessment()
    {
        await using var server = await TestServer.StartAsync(DatabaseKind.Sqlite);
        using var reader = server.NewVisitor();

        await reader.GetAsync("/privacy");
        await reader.GetAsync(reader.Page.QuerySelector("main a[href='/privacy/register']")!.GetAttribute("href")!);
        Assert.Equal(PersonalDataRegister.All.GroupBy(datum => datum.Whose).SelectMany(group => group).Select(datum => datum.What), reader.Page.QuerySelectorAll("main li strong").Select(what => what.TextContent));

        using var browser = new HttpClient { BaseAddress = server.Address };
        var dpia = await browser.GetStringAsync(reader.Page.QuerySelector($"main a[href='{DpiaFile.Path}']")!.GetAttribute("href")!, TestContext.Current.CancellationToken);
        Assert.All(PersonalDataRegister.All, datum => Assert.Contains($"`{datum.Table}.{datum.Column}` |", dpia, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", dpia, StringComparison.Ordinal);
    }
}
