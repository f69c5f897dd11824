using Microsoft.AspNetCore.Diagnostics;

namespace Participatie.Web.Shared.Errors;

public static class FaultTelling
{
    /// <summary>Is this the page that says what went wrong? It answers in the place of what was asked; what was wrong may be the form in that.</summary>
    public static bool IsAboutFault(this HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
