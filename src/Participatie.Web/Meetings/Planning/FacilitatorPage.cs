using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>A page for the facilitators of the table it is about.</summary>
public abstract class FacilitatorPage(TableAccess access) : PageModel
{
    /// <summary>The answer to somebody who is not a facilitator of this table; null for somebody who is.</summary>
    protected async Task<IActionResult?> RefuseAsync(Guid tableId, CancellationToken ct) =>
        await access.MayAsync(User, tableId, [TableRole.Facilitator], ct) ? null : TableAccess.Refusal(User);

    protected string Actor => TableAccess.StaffName(User);
}
