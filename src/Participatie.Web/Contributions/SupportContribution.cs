using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Contributions;

/// <summary>Notes that somebody wants a question or a topic of another too, once, or does so no more.</summary>
public sealed class SupportContribution(DbDataSource db, Feed feed)
{
    public async Task RunAsync(Guid meetingId, Guid id, Guid participant, bool supports, CancellationToken ct)
    {
        if (await db.ExecuteAsync(supports ? SupportSql : WithdrawSql, new { id, participant }, ct) > 0)
            await feed.ContributionsChangedAsync(meetingId);
    }

    private const string SupportSql =
        """
        insert into contribution_supporters (contribution_id, participant_id)
        select c.id, @participant from contributions c where c.id = @id and c.state = 'shown' and c.participant_id <> @participant
        on conflict do nothing
        """;

    private const string WithdrawSql = "delete from contribution_supporters where contribution_id = @id and participant_id = @participant";
}
