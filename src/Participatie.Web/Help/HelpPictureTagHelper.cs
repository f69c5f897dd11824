using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Participatie.Web.Help;

/// <summary>The screens of which there are pictures, each with its own measures.</summary>
public enum HelpScreen
{
    Phone,
    Laptop,
    Projector,
}

/// <summary>
/// <c>&lt;help-picture name="bewoner-stemmen" on="Phone" text="…" /&gt;</c> shows a real screen. The pictures are made by
/// <c>tests/pictures.sh</c>; where nobody made them, the words beside them say it all.
/// </summary>
[HtmlTargetElement("help-picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HelpPictureTagHelper(IWebHostEnvironment environment) : TagHelper
{
    public required string Name { get; set; }

    public HelpScreen On { get; set; }

    /// <summary>What is on it, for who does not see it.</summary>
    public required LocalizedString Text { get; set; }

    private string Path => $"assets/images/help/{Name}.webp";

    private (int Width, int Height) Size => On switch
    {
        HelpScreen.Phone => (360, 640),
        HelpScreen.Laptop => (1280, 800),
        _ => (1280, 720),
    };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!environment.WebRootFileProvider.GetFileInfo(Path).Exists)
        {
            output.SuppressOutput();
            return;
        }

        var picture = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        picture.Attributes["src"] = $"/{Path}";
        picture.Attributes["alt"] = Text.Value;
        picture.Attributes["width"] = Size.Width.ToString(System.Globalization.CultureInfo.InvariantCulture);
        picture.Attributes["height"] = Size.Height.ToString(System.Globalization.CultureInfo.InvariantCulture);
        picture.Attributes["loading"] = "lazy";
        output.TagName = null;
        output.Content.SetHtmlContent(picture);
    }
}
