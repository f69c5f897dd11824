using Microsoft.AspNetCore.Localization;

namespace Participatie.Web.Shared.Languages;

/// <summary>The language in which a page is written: the reader's on a page for residents, Dutch on all others.</summary>
internal sealed class LanguageOfReader : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Display.Of(httpContext).Language;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language.Formats, language.Code));
    }
}
