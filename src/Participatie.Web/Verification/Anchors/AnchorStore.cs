using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Verification.Anchors;

public sealed class AnchorStore(DbDataSource db)
{
    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<Anchor>> AllAsync(CancellationToken ct) =>
        db.QueryAsync<Anchor>("select day, text, sha256, made_at from anchors order by day", null, ct);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Anchor>> NewestAsync(int most, CancellationToken ct) =>
        db.QueryAsync<Anchor>("select day, text, sha256, made_at from anchors order by day desc limit @most", new { most }, ct);

    public Task<Anchor?> FindAsync(DateOnly day, CancellationToken ct) =>
        db.FindAsync<Anchor>("select day, text, sha256, made_at from anchors where day = @day", new { day }, ct);

    /// <summary>Where the logs of meetings stand; rehearsals are thrown away and are no meetings.</summary>
    public Task<IReadOnlyList<LogHead>> HeadsAsync(CancellationToken ct) => db.QueryAsync<LogHead>(HeadsSql, null, ct);

    private const string HeadsSql =
        """
        select e.meeting_id, e.number, e.hash
        from   events e
        join   meetings m on m.id = e.meeting_id
        where  m.rehearsal_of is null and e.number = (select max(number) from events where meeting_id = e.meeting_id)
        """;

    /// <summary>False when somebody else was first.</summary>
    public async Task<bool> AddAsync(Anchor anchor, CancellationToken ct) => await db.ExecuteAsync(AddSql, anchor, ct) > 0;

    private const string AddSql =
        """
        insert into anchors (day, text, sha256, made_at) values (@Day, @Text, @Sha256, @MadeAt)
        on conflict (day) do nothing
        """;
}
