using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Contributions;

/// <summary>What a facilitator decides about a question or a topic. A decision can be changed: nothing is lost by it.</summary>
public sealed class JudgeContribution(DbDataSource db, AgendaStore agenda, Feed feed, TimeProvider clock)
{
    public const int LongestReply = 500;

    /// <summary>False when there is no such contribution at this table, a reason is missing, or it was decided already.</summary>
    /// <param name="tableId">The table of the facilitator.</param>
    /// <param name="meetingId">Where it is done: its screens hear of it.</param>
    /// <param name="id">The contribution.</param>
    /// <param name="verdict">What becomes of it.</param>
    /// <param name="reply">The answer, or why it is left out.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> RunAsync(Guid tableId, Guid meetingId, Guid id, ContributionState verdict, string? reply, CancellationToken ct)
    {
        var said = string.IsNullOrWhiteSpace(reply) ? null : reply.Trim();
        if (said is { Length: > LongestReply } || (verdict == ContributionState.Declined && said is null))
            return false;

        // Who reads it at last has seen it; what was left out unread stays between its author and the facilitator.
        var shows = verdict is ContributionState.Shown or ContributionState.Accepted;
        if (await db.ExecuteAsync(JudgeSql, new { tableId, id, verdict = verdict.Stored(), said, shows, now = clock.GetUtcNow() }, ct) == 0)
            return false;

        await feed.ContributionsChangedAsync(meetingId);
        return true;
    }

    private const string JudgeSql =
        """
        update contributions
        set    state = @verdict, reply = @said, shown_at = case when @shows and shown_at is null then @now else shown_at end
        where  id = @id and meeting_id in (select id from meetings where table_id = @tableId)
        and    (state <> @verdict or reply is distinct from cast(@said as text))
        """;

    /// <summary>Puts a topic on the agenda of a meeting of its table, once, as an item to be filled in further.</summary>
    public async Task<bool> PlanAsync(Guid tableId, Guid meetingId, Guid id, string title, CancellationToken ct) =>
        await RunAsync(tableId, meetingId, id, ContributionState.Accepted, reply: null, ct)
        && await agenda.AddAsync(RowKey.New(), meetingId, new ItemPlan(title, "", UsualMinutes, ItemKind.Discuss), ct);

    private const int UsualMinutes = 15;
}
