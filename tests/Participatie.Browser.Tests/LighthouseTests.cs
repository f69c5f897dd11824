using System.Text.Json;
using Participatie.Testing;
using Participatie.Testing.Http;
using Participatie.Testing.Tools;

namespace Participatie.Browser.Tests;

/// <summary>What Lighthouse says of the pages that most people see. It measures time, so nothing else runs meanwhile.</summary>
[Collection(nameof(Alone))]
public sealed class LighthouseTests : BrowserTests
{
    private const int LowestPerformance = 98;

    /// <summary>Search engines stay out of a meeting: what stands there is for who is in the hall.</summary>
    private static readonly string[] NotForSearchEngines = ["is-crawlable"];

    [Fact]
    public async Task The_phone_the_door_and_the_public_pages_score_a_hundred()
    {
        using var reader = Server.NewVisitor();
        Page[] pages =
        [
            new($"/m/{Neighbourhood.MeetingCode}", NotForSearchEngines),
            new("/meedoen", []),
            new("/stemgeheim", []),
            new("/", []),
            new("/wijken/utrecht-overvecht", []),
            new("/tafels/wijktafel-overvecht", []),
            new(await FirstLinkAsync(reader, "/besluiten", "/besluiten/"), []),
            new(await FirstLinkAsync(reader, "/tafels/wijktafel-overvecht", "/verslagen/"), []),
        ];

        var scores = await AuditAsync(pages);

        await KeepAsync(scores);
        Assert.Equal(pages.Length, scores.Count);
        Findings.AssertNone(scores.Where(score => !score.IsGood).Select(score => $"{score}\n  {string.Join("\n  ", score.Costs)}"));
    }

    private async Task<List<Score>> AuditAsync(Page[] pages)
    {
        var asked = new
        {
            chromium = BrowserFixture.Chromium,
            lowest = LowestPerformance,
            pages = pages.Select(page => new { address = new Uri(Server.Address, page.Path), without = page.Without }),
        };
        var answer = await NodeTool.RunAsync("audit-pages.mjs", JsonSerializer.Serialize(asked), within: TimeSpan.FromMinutes(4));
        return JsonSerializer.Deserialize<List<Score>>(answer, JsonSerializerOptions.Web)!;
    }

    private static async Task<string> FirstLinkAsync(Visitor reader, string from, string to) =>
        (await reader.GetAsync(from)).QuerySelector($"main a[href^='{to}']")!.GetAttribute("href")!;

    /// <summary>For people to quote.</summary>
    private static async Task KeepAsync(IEnumerable<Score> scores)
    {
        var text = string.Join('\n', scores);
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        Directory.CreateDirectory(Repository.File("artifacts"));
        await File.WriteAllTextAsync(Repository.File("artifacts/lighthouse.txt"), text + '\n', TestContext.Current.CancellationToken);
    }

    /// <summary>What to look at.</summary>
    /// <param name="Path">Where.</param>
    /// <param name="Without">The audits that do not fit this page.</param>
    private sealed record Page(string Path, string[] Without);

    private sealed record Score(Uri Address, int Performance, int Accessibility, int BestPractices, int Seo, IReadOnlyList<string> Costs)
    {
        public bool IsGood => Performance >= LowestPerformance && this is { Accessibility: 100, BestPractices: 100, Seo: 100 };

        public override string ToString() =>
            $"performance {Performance}, accessibility {Accessibility}, best practices {BestPractices}, SEO {Seo}: {Address.AbsolutePath}";
    }
}

/// <summary>Tests that run when all others are done.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
