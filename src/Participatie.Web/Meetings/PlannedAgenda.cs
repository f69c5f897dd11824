using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Polls;

namespace Participatie.Web.Meetings;

/// <summary>An agenda item to be planned, with its polls.</summary>
public sealed record PlannedItem(ItemPlan Plan, params IReadOnlyList<PollPlan> Polls);

/// <summary>An agenda with its polls as it can be planned: nothing of what happened at the table.</summary>
public static class PlannedAgenda
{
    /// <summary>The agenda of a meeting. A poll that was taken back is not asked again.</summary>
    public static async Task<IReadOnlyList<PlannedItem>> OfAsync(DbTransaction tx, Guid meetingId, CancellationToken ct)
    {
        var polls = (await PollStore.OfMeetingAsync(tx, meetingId, ct)).Where(poll => poll.Withdrawal is null).ToLookup(poll => poll.ItemId, poll => poll.ToPlan());
        var items = await AgendaStore.OfMeetingAsync(tx, meetingId, ct);
        return [.. items.Select(item => new PlannedItem(item.ToPlan(), [.. polls[item.Id]]))];
    }

    /// <summary>Writes an agenda into a meeting that has none yet. Polls stand in the order of their keys.</summary>
    public static async Task AddAsync(DbTransaction tx, Guid meetingId, IReadOnlyList<PlannedItem> agenda, CancellationToken ct)
    {
        foreach (var (plan, polls) in agenda)
        {
            var item = RowKey.New();
            await AgendaStore.AddAsync(tx, item, meetingId, plan, ct);
            foreach (var poll in polls)
                await PollStore.AddAsync(tx, RowKey.New(), item, poll, ct);
        }
    }
}
