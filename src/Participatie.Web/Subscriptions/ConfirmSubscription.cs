using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Subscriptions;

/// <summary>The owner of an address says yes. News is told from that moment; who says it again may change the rhythm.</summary>
public sealed class ConfirmSubscription(DbDataSource db, TimeProvider clock)
{
    /// <summary>Notes the yes.</summary>
    /// <returns>False when there is nothing to confirm any more.</returns>
    public async Task<bool> RunAsync(Guid id, Rhythm rhythm, CancellationToken ct) =>
        await db.ExecuteAsync(ConfirmSql, new { id, rhythm = rhythm.Stored(), now = clock.GetUtcNow() }, ct) > 0;

    private const string ConfirmSql =
        """
        update subscriptions
        set    rhythm = @rhythm, times_asked = 0,
               told_until = case when confirmed_at is null then @now else told_until end,
               confirmed_at = coalesce(confirmed_at, @now)
        where  id = @id
        """;
}
