using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Adopting;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Demonstration;

/// <summary>Plans and holds a meeting by the very actions that people's buttons call, at a time of its own.</summary>
internal sealed class DemoMeeting(IServiceProvider services, DemoClock clock)
{
    private readonly List<Guid> items = [];
    private readonly List<Guid> polls = [];

    private MeetingView meeting = null!;

    public MeetingView Meeting => meeting;

    public IReadOnlyList<Guid> Polls => polls;

    public async Task PlanAsync(Guid tableId, MeetingPlan plan, IReadOnlyList<PlannedItem> agenda, CancellationToken ct)
    {
        var id = await Get<PlanMeeting>().RunAsync(tableId, plan, ct);
        foreach (var item in agenda)
        {
            items.Add(RowKey.New());
            await Get<AgendaStore>().AddAsync(items[^1], id, item.Plan, ct);
            foreach (var poll in item.Polls)
            {
                polls.Add(RowKey.New());
                await Get<PollStore>().AddAsync(polls[^1], items[^1], poll, ct);
            }
        }

        meeting = (await Get<MeetingRooms>().FindAsync(id))!.Snapshot.Meeting;
    }

    /// <summary>Invites somebody to one item, which counts from 0.</summary>
    public Task InviteAsync(int item, string guest, CancellationToken ct) => Get<GuestStore>().InviteAsync(items[item], guest, ct);

    public Task CancelAsync(string reason, string facilitator, CancellationToken ct) => Act<CancelMeeting>().RunAsync(meeting.Id, reason, facilitator, ct);

    /// <summary>Opens the meeting and puts its first item on the table.</summary>
    public async Task OpenAsync(string facilitator, CancellationToken ct)
    {
        await Act<OpenMeeting>().RunAsync(meeting, facilitator, ct);
        await Act<StartItem>().RunAsync(meeting.Id, items[0], facilitator, ct);
    }

    /// <summary>Goes through the agenda: people vote in every poll, the result is shown, the meeting closes, the minutes appear.</summary>
    public async Task HoldAsync(string facilitator, string minuteTaker, IReadOnlyList<IReadOnlyList<int>> votes, CancellationToken ct)
    {
        var voters = await AdmitAsync(votes.Max(counts => counts.Sum()), ct);
        await OpenAsync(facilitator, ct);
        foreach (var (poll, counts) in polls.Zip(votes))
        {
            clock.Advance(TimeSpan.FromMinutes(11));
            await Act<OpenPoll>().RunAsync(poll, facilitator, ct);
            await CastAsync(poll, voters, counts, ct);
            clock.Advance(TimeSpan.FromMinutes(4));
            await Act<ClosePoll>().RunAsync(poll, facilitator, ct);
            await Act<ReleasePoll>().RunAsync(poll, facilitator, ct);
        }

        clock.Advance(TimeSpan.FromMinutes(13));
        await Act<CloseMeeting>().RunAsync(meeting, facilitator, ct);
        clock.Advance(TimeSpan.FromDays(2));
        await PublishAsync(facilitator, minuteTaker, ct);
    }

    /// <summary>The board answers the first advice after five weeks, keeps part of its word, and forgets the others.</summary>
    public async Task AnswerFirstAsync(string boardMember, CancellationToken ct)
    {
        var answers = Get<AnswerStore>();
        var advice = (await Get<DecisionRegister>().OfMeetingAsync(meeting.Id, ct))[0].Id;
        var addressed = (await answers.AddressedAsync(advice, ct))!;
        clock.Advance(TimeSpan.FromDays(33));
        await Act<AnswerDecision>().RunAsync(
            advice,
            addressed,
            ResponseVerdict.PartlyAdopted,
            "De speelplek komt er, maar niet op het hele grasveld. Onder één helft liggen kabels. Daar mogen we niet graven.",
            boardMember,
            ct);
        await Act<MakeCommitment>().RunAsync(
            advice, addressed, "Een glijbaan, twee schommels en een bank plaatsen", "Gemeente Utrecht", DutchTime.Today(clock.GetUtcNow()).AddDays(120), boardMember, ct);
        clock.Advance(TimeSpan.FromDays(20));
        var commitment = (await answers.CommitmentsAsync(advice, ct))[0];
        await Act<TellProgress>().RunAsync(advice, addressed, commitment.Id, "De schommels zijn besteld. Ze komen in het voorjaar.", done: false, boardMember, ct);
    }

    /// <summary>Hands out passes, each to a phone of its own.</summary>
    private async Task<List<Guid>> AdmitAsync(int count, CancellationToken ct)
    {
        var voters = new List<Guid>(count);
        foreach (var (_, code) in await Act<Passes>().IssueAsync(meeting.Id, count, ct))
        {
            voters.Add(Guid.NewGuid());
            await Get<UsePass>().RunAsync((await Get<Passes>().FindAsync(code, ct))!, voters[^1]);
        }

        return voters;
    }

    private async Task CastAsync(Guid poll, List<Guid> voters, IReadOnlyList<int> counts, CancellationToken ct)
    {
        var options = counts.SelectMany((count, option) => Enumerable.Repeat(option, count));
        await Task.WhenAll(voters.Zip(options, (voter, option) => Get<CastVote>().RunAsync(poll, new Voter(meeting.Id, voter), [new Choice(option)], attempt: 1)));
    }

    /// <summary>The minutes go the whole way, from a draft to what everybody reads.</summary>
    private async Task PublishAsync(string facilitator, string minuteTaker, CancellationToken ct)
    {
        var heading = (await Get<MinutesStore>().FindMeetingAsync(meeting.Code, ct))!.Heading;
        var text = DemoContent.WriteOut(await Get<DraftMinutes>().RunAsync(meeting.Id, heading, ct));
        await Act<SaveMinutes>().RunAsync(meeting.Id, text, revision: 0, minuteTaker, ct);
        await Act<ShareMinutes>().RunAsync(meeting.Id, revision: 1, minuteTaker, ct);
        await Act<AdoptMinutes>().RunAsync(meeting.Id, revision: 1, pollId: null, facilitator, minuteTaker, ct);
        await Act<PublishMinutes>().RunAsync(meeting.Id, note: null, minuteTaker, ct);
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>An action of the application that lives by the demonstration's clock.</summary>
    private T Act<T>() => ActivatorUtilities.CreateInstance<T>(services, clock);
}
