using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Live;

/// <summary>Reads from the database what every screen of a meeting shows.</summary>
public sealed class SnapshotReader(DbDataSource db, MeetingStore meetings, AgendaStore agenda, PollStore polls, PollViews views, Hands hands, GuestStore guests)
{
    public async Task<Snapshot?> ReadAsync(Guid meetingId, CancellationToken ct)
    {
        if (await meetings.FindAsync(meetingId, ct) is not { } meeting)
            return null;

        var items = await agenda.OfMeetingAsync(meetingId, ct);
        var invited = (await guests.OfMeetingAsync(meetingId, ct)).ToLookup(guest => guest.ItemId, guest => guest.Name);
        var current = items.FirstOrDefault(item => item.Id == meeting.CurrentItem);
        return new Snapshot(
            meeting.Revision,
            ViewOf(meeting),
            current is null ? null : Detail(current, [.. invited[current.Id]]),
            [.. items.Select(item => new ItemView(item.Id, item.Position, item.Title, item.Kind, item.Minutes, item.StartedAt, [.. invited[item.Id]]))],
            await PollOnTableAsync(meeting, ct),
            new PeopleView(0, await CountAdmittedAsync(meetingId, ct)),
            await ReadQueueAsync(meetingId, ct),
            Own: null);
    }

    public async Task<QueueView> ReadQueueAsync(Guid meetingId, CancellationToken ct) => QueueView.Of(await hands.OfMeetingAsync(meetingId, ct));

    public Task<int> CountAdmittedAsync(Guid meetingId, CancellationToken ct) => db.FindAsync<int>(AdmittedSql, new { meetingId }, ct);

    private const string AdmittedSql = "select count(*) from passes where meeting_id = @meetingId and participant_id is not null";

    /// <summary>The number of ballots in a poll: its turnout, and all that may be known before its release.</summary>
    public Task<int> CountBallotsAsync(Guid pollId, CancellationToken ct) => db.FindAsync<int>(CountBallotsSql, new { pollId }, ct);

    private const string CountBallotsSql = "select count(*) from ballots where poll_id = @pollId";

    private static MeetingView ViewOf(MeetingRow row) =>
        new(row.Id, row.TableId, row.Code, row.Title, row.TableName, row.Place, row.StartsAt, row.State, row.Cancellation, Rehearsal: row.RehearsalOf is not null);

    private static ItemDetail Detail(ItemRow item, IReadOnlyList<string> guests) =>
        new(item.Id, item.Position, item.Title, item.Kind, item.Minutes, item.StartedAt, guests, SafeMarkdown.ToHtml(item.Description).ToString()!);

    /// <summary>The poll that was opened last under the current item.</summary>
    private async Task<PollView?> PollOnTableAsync(MeetingRow meeting, CancellationToken ct)
    {
        if (await db.FindAsync<Guid?>(OnTableSql, new { meeting.Id, meeting.CurrentItem }, ct) is not { } pollId
            || await polls.FindAsync(pollId, ct) is not { } poll)
            return null;

        return await views.OfAsync(
            poll, poll.Outcome?.Tally.Ballots ?? await CountBallotsAsync(poll.Id, ct), handsCounted: await db.FindAsync<int>(HandsSql, new { pollId }, ct) > 0);
    }

    private const string HandsSql = "select count(*) from stacks where poll_id = @pollId and channel = 'hands'";

    private const string OnTableSql =
        """
        select   id
        from     polls
        where    meeting_id = @Id and item_id = @CurrentItem and state <> 'draft'
        order by opened_at desc
        limit    1
        """;
}
