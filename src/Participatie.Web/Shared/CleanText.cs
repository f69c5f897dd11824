using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Participatie.Web.Shared;

/// <summary>Text without the control characters that nobody types: PostgreSQL refuses one of them, and screens show none.</summary>
public static class CleanText
{
    public static string Of(string text) => text.Any(Unwanted) ? string.Concat(text.Where(sign => !Unwanted(sign))) : text;

    private static bool Unwanted(char sign) => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t');
}

/// <summary>Cleans every text that a form or an address brings.</summary>
internal sealed class CleanTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new CleanTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    private sealed class CleanTextBinder(SimpleTypeModelBinder simple) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await simple.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
                bindingContext.Result = ModelBindingResult.Success(CleanText.Of(text));
        }
    }
}
