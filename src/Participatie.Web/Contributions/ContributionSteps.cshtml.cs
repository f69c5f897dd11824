using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Contributions;

/// <summary>The facilitator's forms for questions and topics: show, answer, leave out, put on the agenda.</summary>
public sealed class ContributionStepsModel(
    TableAccess access, MeetingRooms rooms, ContributionStore store, JudgeContribution judge, Feed feed, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet(string code) => new SeeOther($"/m/{Codes.Normalize(code)}/leiden");

    public async Task<IActionResult> OnPostAsync(
        string code, string step, [FromForm(Name = "inbreng")] Guid id, [FromForm(Name = "tekst")] string? reply,
        [FromForm(Name = "bij-agenda")] bool planning, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting })
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;
        if (string.Equals(step, "agenderen", StringComparison.Ordinal))
            return await PlanAsync(meeting, id, ct);

        var verdict = step switch
        {
            "tonen" => ContributionState.Shown,
            "beantwoorden" => ContributionState.Accepted,
            _ => ContributionState.Declined,
        };
        if (!await judge.RunAsync(meeting.TableId, meeting.Id, id, verdict, reply, ct))
            Message = texts["Schrijf op waarom, in hoogstens {0} letters.", JudgeContribution.LongestReply];
        return new SeeOther(planning ? PlanModel.AddressOf(meeting.Id) : $"/m/{meeting.Code}/leiden");
    }

    private async Task<IActionResult> PlanAsync(MeetingView meeting, Guid id, CancellationToken ct)
    {
        if ((await store.TopicsAsync(meeting.TableId, meeting.Id, ct)).FirstOrDefault(topic => topic.Id == id) is not { } topic)
            return NotFound();

        if (await judge.PlanAsync(meeting.TableId, meeting.Id, id, topic.Text, ct))
            await feed.MeetingChangedAsync(meeting.Id, ct);
        return new SeeOther(PlanModel.AddressOf(meeting.Id));
    }
}
