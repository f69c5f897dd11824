using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Participatie.Web.Shared;

/// <summary>
/// A form field as a whole: label, hint, input and error, tied together for screen readers.
/// <c>&lt;field for="Input.Title" label="…" hint="…" type="text" /&gt;</c>; <c>rows</c> makes it a text area.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; }

    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "-");
        var failed = ViewContext.ViewData.ModelState.GetFieldValidationState(For.Name) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", failed ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field");
        output.Content.AppendHtml(LabelFor(id));
        if (Hint is not null)
            output.Content.AppendHtml(Text("div", $"{id}-uitleg", "utrecht-form-field-description", Hint));
        if (failed)
            output.Content.AppendHtml(Text("div", $"{id}-fout", "utrecht-form-field-error-message", FirstError()));
        output.Content.AppendHtml(Input(id, failed));
    }

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("utrecht-form-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        return label;
    }

    private TagBuilder Input(string id, bool failed)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-uitleg", failed ? $"{id}-fout" : null }.OfType<string>());
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["class"] = Rows > 0 ? "utrecht-textarea utrecht-textarea--html-textarea" : "utrecht-textbox utrecht-textbox--html-input",
        };
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (failed)
            attributes["aria-invalid"] = "true";
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        if (Rows > 0)
            return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);

        attributes["type"] = Type;
        var format = string.Equals(Type, "datetime-local", StringComparison.Ordinal) ? "{0:yyyy-MM-ddTHH:mm}" : null;
        return html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);
    }

    private string FirstError() => ViewContext.ViewData.ModelState[For.Name]?.Errors.FirstOrDefault()?.ErrorMessage ?? "";

    private static TagBuilder Text(string element, string id, string cssClass, string text)
    {
        var tag = new TagBuilder(element);
        tag.Attributes["id"] = id;
        tag.AddCssClass(cssClass);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
