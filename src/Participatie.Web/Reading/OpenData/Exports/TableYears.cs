using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData.Exports;

/// <summary>The years of which there is something to take along.</summary>
public sealed class TableYears(DbDataSource db)
{
    /// <summary>The years in which a table meets, the newest first.</summary>
    public async Task<IReadOnlyList<int>> OfAsync(Guid tableId, CancellationToken ct) =>
        [.. (await db.QueryAsync<DateTimeOffset>("select starts_at from public_meetings where table_id = @tableId", new { tableId }, ct))
            .Select(startsAt => DutchTime.Local(startsAt).Year).Distinct().OrderDescending()];
}
