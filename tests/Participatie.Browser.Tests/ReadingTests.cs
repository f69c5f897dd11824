using Participatie.Testing;

namespace Participatie.Browser.Tests;

/// <summary>The public site after an evening, down to the narrowest phone.</summary>
public sealed class ReadingTests : BrowserTests
{
    private static readonly Device Narrow = new("narrow", 320, 568, Touch: true);

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everybody_can_read_what_happened_and_follow_a_decision_to_its_source(bool wide)
    {
        var page = await OpenAsync(wide ? Device.Laptop : Narrow.WithoutScripts(), "/");
        var paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["home"] = "/",
            ["areas"] = "/wijken",
            ["area"] = "/wijken/utrecht-overvecht",
            ["empty-area"] = "/wijken/delft-west",
            ["table"] = $"/tafels/{Evening.TableSlug}",
            ["meeting"] = $"/bijeenkomsten/{evening.MeetingId}",
            ["minutes"] = $"/verslagen/{evening.MeetingId}",
            ["decisions"] = "/besluiten",
            ["decision"] = (await page.GetAttributeAsync("a[href^='/besluiten/']", "href"))!,
            ["answers"] = "/wijken/utrecht-overvecht/u-zei-wij-deden",
            ["no-answers"] = "/wijken/delft-west/u-zei-wij-deden",
            ["letter"] = $"/tafels/{Evening.TableSlug}/brief",
            ["board"] = "/tafels/bestuurstafel-overvecht",
            ["search"] = "/zoeken",
            ["search-found"] = "/zoeken?q=jongeren&wijk=utrecht-overvecht",
            ["search-nothing"] = "/zoeken?q=zwembad&soort=verslag",
            ["privacy"] = "/privacy",
            ["accessibility"] = "/toegankelijkheid",
        };

        foreach (var (name, path) in paths)
        {
            await page.GotoAsync(path);
            await CheckAsync(page, name);
        }
    }
}
