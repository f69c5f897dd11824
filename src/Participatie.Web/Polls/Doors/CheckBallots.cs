using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls.Doors;

/// <summary>What became of the check of a stack.</summary>
public enum StackStep
{
    Done,

    /// <summary>Nobody confirms what they entered themselves.</summary>
    SamePerson,

    /// <summary>The stack or its poll is not open any more.</summary>
    TooLate,
}

/// <summary>Confirms ballots that somebody else entered by hand, or takes them out again while the poll is open.</summary>
public sealed class CheckBallots(DbDataSource db, PollStore polls, Feed feed, TimeProvider clock)
{
    public Task<StackStep> ConfirmAsync(Guid pollId, Guid stackId, Counter counter, CancellationToken ct) =>
        StepAsync(pollId, stackId, counter, Deeds.StackConfirmed, (tx, stack) => ConfirmAsync(tx, stack, counter, ct), ct);

    /// <summary>Takes the ballots out: whoever cast them may vote again, on paper or on a phone.</summary>
    public Task<StackStep> RemoveAsync(Guid pollId, Guid stackId, Counter counter, CancellationToken ct) =>
        StepAsync(pollId, stackId, counter, Deeds.StackRemoved, (tx, _) => RemoveAsync(tx, stackId, ct), ct);

    private async Task<StackStep> StepAsync(
        Guid pollId, Guid stackId, Counter counter, string kind, Func<DbTransaction, OpenStack, Task<StackStep>> step, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll)
            return StackStep.TooLate;

        var outcome = await db.TransactAsync(
            async tx =>
            {
                await tx.HoldMeetingAsync(poll.MeetingId, ct);
                if (await tx.FindAsync<OpenStack>(OpenSql, new { stackId, pollId }, ct) is not { } stack)
                    return StackStep.TooLate;
                if (await step(tx, stack) is not StackStep.Done and var refusal)
                    return refusal;
                await tx.AppendAsync(new Deed(poll.MeetingId, counter.Name, kind, new StackDeed(pollId, stack.Channel, stack.Ballots), clock.GetUtcNow()), ct);
                return StackStep.Done;
            },
            ct);
        if (outcome == StackStep.Done)
            await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return outcome;
    }

    private const string OpenSql =
        """
        select s.id, s.channel, s.entered_by, cast((select count(*) from ballots b where b.stack_id = s.id) as integer) as ballots
        from   stacks s
        join   polls p on p.id = s.poll_id
        where  s.id = @stackId and s.poll_id = @pollId and p.state = 'open'
        """;

    private static async Task<StackStep> ConfirmAsync(DbTransaction tx, OpenStack stack, Counter counter, CancellationToken ct) =>
        stack.EnteredBy == counter.Id ? StackStep.SamePerson
        : await tx.ExecuteAsync(ConfirmSql, new { stack.Id, by = counter.Id }, ct) > 0 ? StackStep.Done
        : StackStep.TooLate;

    private const string ConfirmSql = "update stacks set confirmed_by = @by where id = @Id and confirmed_by is null and entered_by <> @by";

    private static async Task<StackStep> RemoveAsync(DbTransaction tx, Guid stackId, CancellationToken ct)
    {
        await tx.ExecuteAsync("delete from ballots where stack_id = @stackId", new { stackId }, ct);
        return await tx.ExecuteAsync("delete from stacks where id = @stackId", new { stackId }, ct) > 0 ? StackStep.Done : StackStep.TooLate;
    }

    private sealed record OpenStack(Guid Id, Channel Channel, Guid EnteredBy, int Ballots);
}
