using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>A vote by which a table can have adopted minutes.</summary>
public sealed record AdoptingPollRow(Guid Id, string Question, string MeetingTitle, DateTimeOffset StartsAt, string Outcome)
{
    public bool Passed => Json.Read<Outcome>(Outcome).Result == Result.Adopted;
}

/// <summary>The binding votes of a table's later meetings that were adopted.</summary>
public sealed class AdoptingPolls(DbDataSource db)
{
    public async Task<IReadOnlyList<AdoptingPollRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        [.. (await db.QueryAsync<AdoptingPollRow>(LaterSql, new { meetingId }, ct)).Where(poll => poll.Passed)];

    private const string LaterSql =
        """
        select   p.id, p.question, later.title as meeting_title, later.starts_at, p.outcome
        from     meetings m
        join     public_meetings later on later.table_id = m.table_id and later.starts_at > m.starts_at
        join     polls p on p.meeting_id = later.id
        where    m.id = @meetingId and p.state = 'released' and p.binding
        order by later.starts_at desc, p.closed_at desc
        limit    50
        """;
}
