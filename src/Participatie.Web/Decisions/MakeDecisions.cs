using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Decisions;

/// <summary>
/// Once the minutes of a meeting are published, enters every binding vote whose result is released in the register of
/// decisions, inside the transaction of whoever publishes or releases. What is there stays as it is, so running it
/// again, or too early, is harmless.
/// </summary>
public static class MakeDecisions
{
    public static async Task RunAsync(DbTransaction tx, Guid meetingId, CancellationToken ct)
    {
        foreach (var poll in await tx.QueryAsync<DecidedPollRow>(DecidedPollsSql, new { meetingId }, ct))
        {
            var outcome = Json.Read<Outcome>(poll.Outcome);
            await tx.ExecuteAsync(
                InsertSql,
                new { id = Guid.CreateVersion7(), meetingId, pollId = poll.Id, text = poll.Question, result = outcome.Result.Stored(), decidedAt = poll.ClosedAt },
                ct);
        }
    }

    private const string DecidedPollsSql =
        """
        select   id, question, outcome, closed_at
        from     polls
        where    meeting_id = @meetingId and binding and state = 'released' and outcome is not null and closed_at is not null
        and      exists (select 1 from minutes where meeting_id = @meetingId and state = 'published')
        order by closed_at
        """;

    private const string InsertSql =
        """
        insert into decisions (id, meeting_id, poll_id, text, result, decided_at)
        values (@id, @meetingId, @pollId, @text, @result, @decidedAt)
        on conflict (poll_id) do nothing
        """;

    private sealed record DecidedPollRow(Guid Id, string Question, string Outcome, DateTimeOffset ClosedAt);
}
