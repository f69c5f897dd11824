using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Contributions;
using Participatie.Web.Decisions;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Meetings.Undoing;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Console;

/// <summary>The facilitator's console: the agenda as a path, the one next button, and who is there.</summary>
public sealed class ConsoleModel(
    TableAccess access, MeetingRooms rooms, PollStore polls, OpenMeeting open, StartItem start, CloseMeeting close, UndoStep undo, GiveFloor giveFloor, CountAttendance count, Hands hands, ContributionStore contributions,
    RuleSentence rule, DecisionRegister register, DbDataSource db, IStringLocalizer<Texts> texts, TimeProvider clock)
    : FacilitatorPage(access)
{
    public Snapshot Snapshot { get; private set; } = null!;

    /// <summary>The polls of the item on the table.</summary>
    public IReadOnlyList<PollCard> Polls { get; private set; } = [];

    public NextStep? Next { get; private set; }

    /// <summary>The last step, while it may be taken back.</summary>
    public UndoableStep? Last { get; private set; }

    /// <summary>What this table is still waiting for: it belongs to every agenda.</summary>
    public IReadOnlyList<DecisionRow> Awaited { get; private set; } = [];

    public FloorView Floor { get; private set; } = null!;

    public SpeakerList Queue { get; private set; } = null!;

    /// <summary>Questions and topics about which nothing was decided.</summary>
    public IReadOnlyList<Contribution> Contributions { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;

        Polls = [.. (await polls.OfMeetingAsync(Snapshot.Meeting.Id, ct)).Where(poll => poll.ItemId == Snapshot.Item?.Id)];
        Awaited = await register.AwaitedByAsync(Snapshot.Meeting.TableId, ct);
        Floor = await FloorView.OfAsync(db, Snapshot.Meeting.Id, clock.GetUtcNow(), ct);
        Queue = await hands.OfMeetingAsync(Snapshot.Meeting.Id, ct);
        Contributions =
        [
            .. (await contributions.QuestionsAsync(Snapshot.Meeting.Id, ct)).Where(one => one.State is ContributionState.Waiting or ContributionState.Shown),
            .. (await contributions.TopicsAsync(Snapshot.Meeting.TableId, Snapshot.Meeting.Id, ct)).Where(one => one.State == ContributionState.Waiting),
        ];
        Next = Snapshot.Meeting.Cancellation is null ? NextOfAgenda() : null;
        Last = await undo.FindAsync(Snapshot.Meeting.Id, ct);
        return Page();
    }

    private NextStep? NextOfAgenda() => NextStep.Of(
        Snapshot.Meeting.State,
        [.. Snapshot.Agenda.Select(item => item.Id)],
        Snapshot.Item?.Id,
        [.. Polls.Select(poll => (poll.Id, poll.Rules.State))]);

    public Task<IActionResult> OnPostOpenAsync(string code, CancellationToken ct) =>
        StepAsync(code, meeting => open.RunAsync(meeting, Actor, ct), ct);

    public Task<IActionResult> OnPostStartAsync(string code, Guid itemId, CancellationToken ct) =>
        StepAsync(code, meeting => start.RunAsync(meeting.Id, itemId, Actor, ct), ct);

    public Task<IActionResult> OnPostCloseAsync(string code, CancellationToken ct) =>
        StepAsync(code, meeting => close.RunAsync(meeting, Actor, ct), ct);

    public Task<IActionResult> OnPostUndoAsync(string code, long step, CancellationToken ct) =>
        StepAsync(code, meeting => undo.RunAsync(meeting.Id, step, Actor, ct), ct);

    public Task<IActionResult> OnPostFloorAsync(string code, Side? side, CancellationToken ct) =>
        StepAsync(code, meeting => giveFloor.RunAsync(meeting.Id, side, Actor, ct), ct);

    public Task<IActionResult> OnPostAttendanceAsync(
        string code, [Range(0, CountAttendance.Most)] int? residents, [Range(0, CountAttendance.Most)] int? professionals, CancellationToken ct) =>
        StepAsync(
            code,
            meeting => ModelState.IsValid && residents is { } living && professionals is { } working
                ? count.RunAsync(meeting.Id, new AttendanceDeed(living, working), Actor, ct)
                : Task.FromResult(MeetingStep.NumbersNeeded),
            ct);

    /// <summary>Where the form of the next step posts to.</summary>
    public string AddressOf(NextStep next)
    {
        var meeting = $"/m/{Snapshot.Meeting.Code}";
        return next.Kind switch
        {
            StepKind.OpenMeeting => $"{meeting}/leiden?handler=Open",
            StepKind.StartItem => $"{meeting}/leiden?handler=Start",
            StepKind.OpenPoll => $"{meeting}/peilingen/{next.Subject}/openen",
            StepKind.ClosePoll => $"{meeting}/peilingen/{next.Subject}/sluiten",
            StepKind.ReleasePoll => $"{meeting}/peilingen/{next.Subject}/vrijgeven",
            _ => $"{meeting}/leiden?handler=Close",
        };
    }

    public string NameOf(NextStep next) => next.Kind switch
    {
        StepKind.OpenMeeting => texts["Bijeenkomst openen"],
        StepKind.StartItem => texts["Verder met: {0}", Snapshot.Agenda.First(item => item.Id == next.Subject).Title],
        StepKind.OpenPoll => IsBinding(next) ? texts["Stemming openen"] : texts["Peiling openen"],
        StepKind.ClosePoll => IsBinding(next) ? texts["Stemming sluiten"] : texts["Peiling sluiten"],
        StepKind.ReleasePoll => texts["Uitslag laten zien"],
        _ => texts["Bijeenkomst sluiten"],
    };

    public string NameOf(UndoableStep last) => last.Kind switch
    {
        Deeds.MeetingOpened => texts["Bijeenkomst toch nog niet openen"],
        Deeds.ItemStarted => texts["Toch nog niet verder met: {0}", last.Title!],
        Deeds.PollOpened => texts["Stemming toch nog niet openen"],
        _ => texts["Bijeenkomst weer openen"],
    };

    /// <summary>What cannot be undone, said before it is done.</summary>
    public string? Warning(NextStep next) => next.Kind switch
    {
        StepKind.OpenPoll => texts["Zodra iemand stemt, kun je de vraag niet meer veranderen."],
        StepKind.ClosePoll => texts["Na het sluiten kan niemand meer stemmen. Dat kun je niet terugdraaien."],
        StepKind.ReleasePoll => texts["Daarna ziet iedereen de uitslag. Dat kun je niet terugdraaien."],
        StepKind.CloseMeeting => texts["Daarna kan niemand meer stemmen. De agenda kan niet meer veranderen."].Value,
        _ => null,
    };

    public string RuleOf(PollCard poll) => rule.Of(poll.Rules.Method, poll.Rules.Quorum);

    public string StateName(PollState state) => state switch
    {
        PollState.Draft => texts["Nog niet open"],
        PollState.Open => texts["Nu open"],
        PollState.Closed => texts["Gesloten, uitslag nog niet getoond"],
        PollState.Withdrawn => texts["Ingetrokken"],
        _ => texts["Uitslag getoond"],
    };

    private bool IsBinding(NextStep next) => Polls.Any(poll => poll.Id == next.Subject && poll.Rules.Binding);

    private async Task<IActionResult> StepAsync(string code, Func<MeetingView, Task<MeetingStep>> step, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;

        Message = await step(Snapshot.Meeting) switch
        {
            MeetingStep.PollIsOpen => texts["Er loopt een stemming. Sluit die eerst."],
            MeetingStep.Cancelled => texts["Deze bijeenkomst gaat niet door. Je kunt hem niet openen."],
            MeetingStep.NumbersNeeded => texts["Vul twee getallen in: hoeveel bewoners en hoeveel professionals er zijn. Nul mag ook."],
            MeetingStep.CannotUndo => texts["Dit kun je niet meer terugdraaien. Er is al gestemd, of deelnemers kunnen het verslag al lezen."],
            MeetingStep.TooLate => texts["Dat was al gedaan."].Value,
            _ => null,
        };
        return new SeeOther($"/m/{Snapshot.Meeting.Code}/leiden");
    }

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { } room)
            return NotFound();
        Snapshot = room.Snapshot;
        return await RefuseAsync(Snapshot.Meeting.TableId, ct);
    }
}
