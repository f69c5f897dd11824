using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Shared;

/// <summary>
/// A form field as a whole: label, hint, input and error, tied together for screen readers.
/// <c>&lt;field for="Input.Title" label="…" hint="…" type="text" /&gt;</c>; <c>rows</c> makes it a text area. A form whose
/// field names are promised to programs says <c>name="email"</c> instead of <c>for</c>. A password is never sent back.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; }

    public string? Autocomplete { get; set; }

    public bool Required { get; set; }

    /// <summary>The language of what is filled in, where that is not the page's.</summary>
    public Language? Written { get; set; }

    private string Key => Name ?? For?.Name ?? throw new InvalidOperationException("A field needs 'for' or 'name'.");

    /// <summary>The key as the form sends it: inside a partial for a part of the model, that part comes first.</summary>
    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Key);

    private ModelStateDictionary State => ViewContext.ViewData.ModelState;

    /// <summary>What is wrong with the form as a whole stands in <c>_FormFaults</c>, and concerns every field of it.</summary>
    private string? FormFault => Name is not null && State[""] is { Errors.Count: > 0 } ? "melding" : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Key, "-");
        var failed = State.GetFieldValidationState(FullName) == ModelValidationState.Invalid;

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
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-uitleg", failed ? $"{id}-fout" : null, FormFault }.OfType<string>());
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["class"] = Rows > 0 ? "utrecht-textarea utrecht-textarea--html-textarea" : "utrecht-textbox utrecht-textbox--html-input",
        };
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (failed || FormFault is not null)
            attributes["aria-invalid"] = "true";
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        if (Required)
            attributes["required"] = "required";
        if (Written is not null)
            (attributes["lang"], attributes["dir"]) = (Written.Code, Written.Direction);
        if (Rows > 0)
            return html.GenerateTextArea(ViewContext, For?.ModelExplorer, Key, Rows, 0, attributes);
        if (string.Equals(Type, "password", StringComparison.Ordinal))
            return html.GeneratePassword(ViewContext, For?.ModelExplorer, Key, value: null, attributes);

        attributes["type"] = Type;
        var format = string.Equals(Type, "datetime-local", StringComparison.Ordinal) ? "{0:yyyy-MM-ddTHH:mm}" : null;
        return html.GenerateTextBox(ViewContext, For?.ModelExplorer, Key, For?.Model, format, attributes);
    }

    private string FirstError() => State[FullName]?.Errors.FirstOrDefault()?.ErrorMessage ?? "";

    private static TagBuilder Text(string element, string id, string cssClass, string text)
    {
        var tag = new TagBuilder(element);
        tag.Attributes["id"] = id;
        tag.AddCssClass(cssClass);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
