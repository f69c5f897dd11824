using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Participatie.Web.Shared;

/// <summary><c>&lt;fault for="Input.Kind" /&gt;</c>: what is wrong with a choice, inside its <c>fieldset</c>; nothing when all is well.</summary>
[HtmlTargetElement("fault", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FaultTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState[For.Name] is not { ValidationState: ModelValidationState.Invalid } state)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-form-field-error-message");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.SetContent(state.Errors.FirstOrDefault()?.ErrorMessage ?? "");
    }
}
