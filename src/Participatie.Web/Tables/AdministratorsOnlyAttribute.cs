using Microsoft.AspNetCore.Mvc.Filters;

namespace Participatie.Web.Tables;

/// <summary>A page for administrators, with all that can be done on it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdministratorsOnlyAttribute : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!await http.RequestServices.GetRequiredService<TableAccess>().IsAdministratorAsync(http.User, http.RequestAborted))
            context.Result = TableAccess.Refusal(http.User);
    }
}
