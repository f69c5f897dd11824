using System.Data.Common;
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

    /// <summary>Writes an agenda into a meeting that has none yet. Polls stand in the order of their ids, which within one millisecond would be chance.</summary>
    public static async Task AddAsync(DbTransaction tx, Guid meetingId, IReadOnlyList<PlannedItem> agenda, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (plan, polls) in agenda)
        {
            var item = Guid.CreateVersion7(now);
            await AgendaStore.AddAsync(tx, item, meetingId, plan, ct);
            foreach (var (order, poll) in polls.Index())
                await PollStore.AddAsync(tx, Guid.CreateVersion7(now.AddMilliseconds(order)), item, poll, ct);
        }
    }
}
