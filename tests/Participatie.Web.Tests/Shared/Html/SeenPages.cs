using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participatie.Testing;
using Participatie.Testing.Http;
using Participatie.Testing.Tools;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Tests.Shared.Html;

/// <summary>Pages that somebody opened, kept to be checked together: to start the validator takes longer than a page does.</summary>
internal sealed partial class SeenPages
{
    /// <summary>A heading has words, and a form a button.</summary>
    private static readonly string[] FilledLater = ["empty-heading", "wcag/h32"];

    private readonly List<SentHtml> pages = [];
    private readonly List<string> faults = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Keeps the page that a visitor has before them.</summary>
    /// <param name="visitor">With the page.</param>
    /// <param name="who">To tell them from others.</param>
    /// <param name="language">In which it must be; any of ours when left out.</param>
    public void Add(Visitor visitor, string who, string? language = null)
    {
        if (!known.Add(Token().Replace(visitor.Source, "")))
            return; // what is the same for everybody is checked once

        var address = $"{visitor.Path} ({who})";
        pages.Add(new SentHtml(address, visitor.Source));
        faults.AddRange(ShapeFaults(visitor.Page, language).Select(fault => $"{address}: {fault}"));
    }

    /// <summary>Fails with every fault in every page, each told once with the first page that has it.</summary>
    public async Task AssertSoundAsync()
    {
        Assert.NotEmpty(pages);
        var found = await HtmlFault.AllInAsync(pages);
        Findings.AssertNone(faults.Concat(found
            .DistinctBy(fault => (fault.Rule, fault.Message, fault.Selector))
            .Where(fault => !WaitsForScript(fault))
            .Select(fault => $"{fault.Address}: line {fault.Line}, {fault.Selector}: {fault.Message} [{fault.Rule}]")));
    }

    /// <summary>Is it empty, because it is hidden until a script fills it in?</summary>
    private bool WaitsForScript(HtmlFault fault) =>
        FilledLater.Contains(fault.Rule, StringComparer.Ordinal)
        && fault.Selector is { } selector
        && new HtmlParser().ParseDocument(pages.First(page => string.Equals(page.Address, fault.Address, StringComparison.Ordinal)).Html).QuerySelector(selector)?.Closest("[hidden]") is not null;

    /// <summary>What valid HTML leaves open, and a screen reader begins with.</summary>
    private static IEnumerable<string> ShapeFaults(IDocument page, string? language)
    {
        var headings = page.QuerySelectorAll("h1").Count(heading => heading.Closest("[hidden]") is null);
        if (headings != 1)
            yield return $"{headings} headings of the first level are shown";
        if (string.IsNullOrWhiteSpace(page.Title))
            yield return "no title";
        var (spoken, direction) = (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir"));
        if (Language.Find(spoken) is not { } known || !string.Equals(spoken, language ?? spoken, StringComparison.Ordinal))
            yield return $"says that it is in '{spoken}' where '{language}' was asked";
        else if (!string.Equals(direction, known.Direction, StringComparison.Ordinal))
            yield return $"is written {direction} in {known.Name}";
    }

    /// <summary>A form has a token of its own every time.</summary>
    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
