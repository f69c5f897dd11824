using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Backups.Daily;

/// <summary>A backup that was begun.</summary>
/// <param name="FinishedAt">Null while it is being made, and when that failed.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MissingFiles">So many attachments are not in it, because they were not on the disk.</param>
/// <param name="Fault">Why it failed, for the administrator.</param>
public sealed record BackupRow(string Name, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long? Size, int MissingFiles, string? Fault);

/// <summary>Which backups there are, and how the last attempts went.</summary>
public sealed class BackupLog(DbDataSource db, TimeProvider clock)
{
    /// <summary>A backup that was begun so long ago and not finished never will be: the server was stopped.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromHours(2);

    private static readonly TimeSpan Late = TimeSpan.FromDays(2);

    /// <summary>Takes the work upon itself: of several nodes one does.</summary>
    /// <returns>False when it is done, or somebody is at it.</returns>
    public async Task<bool> TryBeginAsync(string name, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.ExecutePrivatelyAsync(BeginSql, new { name, now, givenUp = now - GivenUp }, ct) > 0;
    }

    private const string BeginSql =
        """
        insert into backups (name, started_at) values (@name, @now)
        on conflict (name) do update set started_at = @now, fault = null
        where backups.finished_at is null and (backups.fault is not null or backups.started_at < @givenUp)
        """;

    public Task FinishAsync(string name, long size, int missingFiles, CancellationToken ct) =>
        db.ExecutePrivatelyAsync(
            "update backups set finished_at = @now, size = @size, missing_files = @missingFiles where name = @name",
            new { name, now = clock.GetUtcNow(), size, missingFiles },
            ct);

    public Task FailAsync(string name, string fault, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("update backups set fault = @fault where name = @name", new { name, fault }, ct);

    /// <summary>Forgets one whose file is gone.</summary>
    public Task ForgetAsync(string name, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("delete from backups where name = @name", new { name }, ct);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<BackupRow>> AllAsync(CancellationToken ct) =>
        db.QueryAsync<BackupRow>("select name, started_at, finished_at, size, missing_files, fault from backups order by started_at desc", null, ct);

    /// <summary>Were backups begun, and was none finished in the last two days?</summary>
    public async Task<bool> IsLateAsync(CancellationToken ct) =>
        await db.FindAsync<bool>(IsLateSql, new { since = clock.GetUtcNow() - Late }, ct);

    private const string IsLateSql = "select exists (select 1 from backups) and not exists (select 1 from backups where finished_at > @since)";
}
