using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls.Doors;

/// <summary>Ballots that staff counted by hand and entered together.</summary>
/// <param name="EnteredBy">The member of staff who entered them: somebody else confirms them.</param>
/// <param name="EnteredByName">That person's name.</param>
public sealed record StackRow(Guid Id, Channel Channel, Guid EnteredBy, string EnteredByName, DateTimeOffset EnteredAt, Guid? ConfirmedBy, int Ballots);

/// <summary>Equal ballots in a stack, as the second counter puts them in piles on the table.</summary>
public sealed record PileRow(Guid StackId, string Choices, int Height);

/// <summary>The stacks of an open poll, to be checked.</summary>
public sealed class Stacks(DbDataSource db)
{
    public Task<IReadOnlyList<StackRow>> OfPollAsync(Guid pollId, CancellationToken ct) => db.QueryAsync<StackRow>(OfPollSql, new { pollId }, ct);

    private const string OfPollSql =
        """
        select   s.id, s.channel, s.entered_by, coalesce(u.name, '') as entered_by_name, s.entered_at, s.confirmed_by,
                 cast((select count(*) from ballots b where b.stack_id = s.id) as integer) as ballots
        from     stacks s
        left join users u on u.id = s.entered_by
        where    s.poll_id = @pollId
        order by s.entered_at, s.id
        """;

    /// <summary>The piles of the stacks that nobody confirmed yet; a confirmed stack is not shown again.</summary>
    public Task<IReadOnlyList<PileRow>> PilesAsync(Guid pollId, CancellationToken ct) => db.QueryAsync<PileRow>(PilesSql, new { pollId }, ct);

    private const string PilesSql =
        """
        select   s.id as stack_id, b.choices, cast(count(*) as integer) as height
        from     stacks s
        join     ballots b on b.stack_id = s.id
        where    s.poll_id = @pollId and s.confirmed_by is null
        group by s.id, b.choices
        order by s.id, b.choices
        """;
}
