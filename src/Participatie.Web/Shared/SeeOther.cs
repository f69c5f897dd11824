using Microsoft.AspNetCore.Mvc;

namespace Participatie.Web.Shared;

/// <summary>303: the form was handled, look here now. A reload of that page repeats nothing.</summary>
public sealed class SeeOther(string location) : StatusCodeResult(StatusCodes.Status303SeeOther)
{
    public override void ExecuteResult(ActionContext context)
    {
        base.ExecuteResult(context);
        context.HttpContext.Response.Headers.Location = location;
    }
}
