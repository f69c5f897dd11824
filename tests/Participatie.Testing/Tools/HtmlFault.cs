using System.Text.Json;

namespace Participatie.Testing.Tools;

/// <summary>A page as it was sent.</summary>
/// <param name="Address">Where, and to whom.</param>
public sealed record SentHtml(string Address, string Html);

/// <summary>What a validator that is not ours has against a page.</summary>
/// <param name="Rule">The name by which its website explains it.</param>
/// <param name="Selector">The element, where there is one.</param>
public sealed record HtmlFault(string Address, string Rule, string Message, string? Selector, int Line)
{
    /// <summary>All faults in pages: each line of what the tool reads is one of them.</summary>
    public static async Task<IReadOnlyList<HtmlFault>> AllInAsync(IEnumerable<SentHtml> pages)
    {
        var lines = string.Join('\n', pages.Select(page => JsonSerializer.Serialize(page, JsonSerializerOptions.Web)));
        return JsonSerializer.Deserialize<List<HtmlFault>>(await NodeTool.RunAsync("check-html.mjs", lines), JsonSerializerOptions.Web)!;
    }
}
