using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Meetings;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes;

/// <summary>A page for who writes and publishes the minutes of the meeting that it is about.</summary>
public abstract class WriterPage(TableAccess access, MinutesStore store) : PageModel
{
    public static readonly TableRole[] Writers = [TableRole.MinuteTaker, TableRole.Facilitator];

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public MinutesMeetingRow Meeting { get; private set; } = null!;

    /// <summary>What is wrong with what was asked; null when nothing is.</summary>
    public string? Fault { get; protected set; }

    protected MinutesStore Store { get; } = store;

    protected string Actor => TableAccess.StaffName(User);

    /// <summary>Acts for a writer of this meeting; what the page shows is read afterwards, and only when it is shown.</summary>
    protected async Task<IActionResult> EnterAsync(Func<Task<IActionResult>> act, CancellationToken ct)
    {
        if (await Store.FindMeetingAsync(Codes.Normalize(Code), ct) is not { } meeting)
            return NotFound();
        if (!await access.MayAsync(User, meeting.TableId, Writers, ct))
            return TableAccess.Refusal(User);

        Meeting = meeting;
        var result = await act();
        if (result is PageResult)
            await ReadAsync(ct);
        return result;
    }

    protected Task<IActionResult> ShowAsync(CancellationToken ct) => EnterAsync(() => Task.FromResult<IActionResult>(Page()), ct);

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync(CancellationToken ct);

    protected PageResult Refuse(string fault)
    {
        Fault = fault;
        return Page();
    }
}
