using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Participatie.Web.Shared;

/// <summary>
/// <c>&lt;icon name="check" /&gt;</c> draws <c>wwwroot-assets/images/icons/check.svg</c> in the page. It stands beside words
/// that say the same, so it is hidden from who listens. Firefox refuses a sprite file under our content security policy.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private const string Folder = "icons/";

    private static readonly FrozenDictionary<string, string> Drawings = ReadDrawings();

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Drawings[Name]);
    }

    private static FrozenDictionary<string, string> ReadDrawings()
    {
        var assembly = typeof(IconTagHelper).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => Path.GetFileNameWithoutExtension(name), name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Trim().Replace("<svg ", "<svg class=\"icon\" aria-hidden=\"true\" ", StringComparison.Ordinal);
    }
}
