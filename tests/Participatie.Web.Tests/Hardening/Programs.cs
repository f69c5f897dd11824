using AngleSharp.Dom;

namespace Participatie.Web.Tests.Hardening;

/// <summary>What a browser would run or follow, and that none of our pages has.</summary>
internal static class Programs
{
    public static IEnumerable<IElement> In(IDocument page) => page.All.Where(IsProgram);

    private static bool IsProgram(IElement element) =>
        element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && attribute.Name is "href" or "src" or "action" or "formaction")
        || element.LocalName is "iframe" or "base" or "object" or "embed"
        || (element.LocalName is "script" or "style" && element.TextContent.Contains("pz", StringComparison.Ordinal))
        || (element.LocalName is "meta" && element.GetAttribute("http-equiv") is { } directive && (!directive.Equals("refresh", StringComparison.OrdinalIgnoreCase) || element.GetAttribute("content")!.Contains("pz", StringComparison.Ordinal)))
        || (element.LocalName is "a" or "form" && (element.GetAttribute("href") ?? element.GetAttribute("action")) is { } address && address.StartsWith("//", StringComparison.Ordinal));
}
