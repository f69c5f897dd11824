using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Contributions;

/// <summary>Reads questions and topics: the most wanted first, then the oldest.</summary>
public sealed class ContributionStore(DbDataSource db)
{
    public Task<IReadOnlyList<Contribution>> QuestionsAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<Contribution>(QuestionsSql, new { meetingId }, ct);

    private const string QuestionsSql = Columns + "where c.meeting_id = @meetingId and c.kind = 'question' " + Order;

    /// <summary>The topics of a table, as they are seen at a meeting: those from all its meetings, or at a rehearsal only what was tried out there.</summary>
    public Task<IReadOnlyList<Contribution>> TopicsAsync(Guid tableId, Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<Contribution>(TopicsSql, new { tableId, meetingId }, ct);

    private const string TopicsSql =
        $"""
        {Columns}
        join   meetings m on m.id = c.meeting_id
        join   meetings here on here.id = @meetingId
        where  m.table_id = @tableId and c.kind = 'topic'
        and    (m.id = here.id or (m.rehearsal_of is null and here.rehearsal_of is null))
        {Order}
        """;

    /// <summary>Which of all contributions somebody supports.</summary>
    public async Task<IReadOnlySet<Guid>> SupportedByAsync(Guid participant, CancellationToken ct) =>
        (await db.QueryAsync<Guid>("select contribution_id from contribution_supporters where participant_id = @participant", new { participant }, ct)).ToHashSet();

    private const string Columns =
        """
        select c.id, c.kind, c.participant_id as author, c.text, c.state, c.reply, c.sent_at, c.shown_at,
               cast((select count(*) from contribution_supporters s where s.contribution_id = c.id) as integer) as supporters
        from   contributions c

        """;

    private const string Order = "order by supporters desc, c.sent_at, c.id";
}
