using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.Search;

/// <summary>Makes what can be searched from what is public: of the meetings that lack it at a start, or of all when asked.</summary>
public sealed class RebuildIndex(DbDataSource db)
{
    /// <summary>Every meeting has an agenda, so one without a document was held before there was an index. Returns how many there were.</summary>
    public async Task<int> CompleteAsync(CancellationToken ct) => await IndexAsync(await db.QueryAsync<Guid>(MissingSql, null, ct), ct);

    private const string MissingSql =
        """
        select m.id
        from   public_meetings m
        where  not exists (select 1 from documents d where d.meeting_id = m.id)
        """;

    /// <summary>Returns how many meetings there are.</summary>
    public async Task<int> RunAsync(CancellationToken ct) => await IndexAsync(await db.QueryAsync<Guid>("select id from public_meetings", null, ct), ct);

    /// <summary>Each in a transaction of its own: people vote meanwhile.</summary>
    private async Task<int> IndexAsync(IReadOnlyList<Guid> meetings, CancellationToken ct)
    {
        foreach (var meeting in meetings)
        {
            await db.TransactAsync(
                async tx =>
                {
                    await IndexMeeting.RunAsync(tx, meeting, ct);
                    return true;
                },
                ct);
        }

        return meetings.Count;
    }
}
