using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Guests;

namespace Participatie.Web.Meetings;

/// <summary>Puts an agenda item on the table; an earlier item may come back.</summary>
public sealed class StartItem(DbDataSource db, AgendaStore agenda, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(Guid meetingId, Guid itemId, string actor, CancellationToken ct)
    {
        if (await agenda.FindAsync(itemId, ct) is not { } item || item.MeetingId != meetingId)
            return MeetingStep.TooLate;

        var step = await db.TransactAsync(tx => StartAsync(tx, item, actor, ct), ct);
        if (step == MeetingStep.Done)
            await feed.MeetingChangedAsync(meetingId, ct);
        return step;
    }

    private async Task<MeetingStep> StartAsync(DbTransaction tx, ItemRow item, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(item.MeetingId, ct);
        if (await tx.HasOpenPollAsync(item.MeetingId, ct))
            return MeetingStep.PollIsOpen;
        return await PutOnTableAsync(tx, item, actor, now, ct) ? MeetingStep.Done : MeetingStep.TooLate;
    }

    /// <summary>Does it in a transaction that holds the meeting. False when the item was on the table already.</summary>
    public static async Task<bool> PutOnTableAsync(DbTransaction tx, ItemRow item, string actor, DateTimeOffset now, CancellationToken ct)
    {
        if (await tx.ExecuteAsync(PutOnTableSql, item, ct) == 0)
            return false;

        await tx.ExecuteAsync("update agenda_items set started_at = @now where id = @Id", new { item.Id, now }, ct);
        await GuestStore.LowerHandsAsync(tx, item.MeetingId, ct);
        var guests = await GuestStore.OfItemAsync(tx, item.Id, ct);
        await tx.AppendAsync(new Deed(item.MeetingId, actor, Deeds.ItemStarted, new ItemDeed(item.Id, item.Title, [.. guests.Select(guest => guest.Name)]), now), ct);
        return true;
    }

    /// <summary>Two facilitators who press at once start the item once.</summary>
    private const string PutOnTableSql =
        """
        update meetings
        set    current_item = @Id
        where  id = @MeetingId and state = 'open' and (current_item is null or current_item <> @Id)
        """;
}
