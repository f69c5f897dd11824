using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>Makes adopted or published minutes a draft again, to correct them. Readers keep the version that they have.</summary>
public sealed class ReopenMinutes(DbDataSource db, TimeProvider clock)
{
    /// <summary>False when the minutes can be written in already.</summary>
    public Task<bool> RunAsync(Guid meetingId, string actor, CancellationToken ct) =>
        db.RecordAsync(new Deed(meetingId, actor, Deeds.MinutesReopened, new { }, clock.GetUtcNow()), ReopenSql, new { meetingId }, ct);

    private const string ReopenSql =
        """
        update minutes
        set    state = 'draft', shared_revision = null, adopted_at = null, adopted_by = null, adoption_poll = null
        where  meeting_id = @meetingId and state in ('adopted', 'published')
        """;
}
