using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>Stands in for the voice of a device, which a machine for tests lacks: it writes down what it would say.</summary>
internal sealed class Voice(IPage page)
{
    private const string Script =
        """
        const said = [];
        Object.defineProperty(window, "speechSynthesis", { value: {
          getVoices: () => [{ lang: "nl-NL" }],
          speak: words => said.push(`${words.lang}: ${words.text}`),
          cancel: () => said.push("silence"),
        } });
        window.said = said;
        """;

    /// <summary>Gives a page its voice, from its next visit on.</summary>
    public static async Task<Voice> OfAsync(IPage page)
    {
        await page.AddInitScriptAsync(Script);
        return new Voice(page);
    }

    public Task<string[]> SaidAsync() => page.EvaluateAsync<string[]>("window.said");
}
