using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Core.Minutes;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes;

/// <summary>A text of minutes and where it stands.</summary>
/// <param name="Revision">The number of the last text that was saved.</param>
/// <param name="SharedRevision">The one that participants were shown; null when they were shown none.</param>
/// <param name="Version">The number of the last published version; 0 when there is none.</param>
public sealed record MinutesRow(
    string Markdown, long Revision, string StoredState, long? SharedRevision, int Version)
{
    public MinutesState State => Enum.Parse<MinutesState>(StoredState, ignoreCase: true);

    /// <summary>Whether the text may still change.</summary>
    public bool IsOpen => State is MinutesState.Draft or MinutesState.Concept;

    /// <summary>Whether participants see the text as it is now.</summary>
    public bool IsShared => State == MinutesState.Concept && SharedRevision == Revision;
}

/// <summary>A text that was saved.</summary>
public sealed record RevisionRow(long Revision, string Markdown, string SavedBy, DateTimeOffset SavedAt);

public sealed record MinutesMeetingRow(
    Guid Id, Guid TableId, string Code, string Title, string Place, DateTimeOffset StartsAt, string State, string TableName,
    string Mandate, int ResponseDays, string? BoardName)
{
    public bool IsClosed => string.Equals(State, "closed", StringComparison.Ordinal);

    public MinutesHeading Heading => new(
        TableName, Title, Place, StartsAt, BoardName, ResponseDays, Enum.Parse<Mandate>(Mandate, ignoreCase: true));
}

/// <summary>
/// The text of minutes. Revision 0 means that nothing is kept yet; each change raises it, and a change is made only by
/// who saw the last one.
/// </summary>
public sealed class MinutesStore(DbDataSource db)
{
    public Task<MinutesMeetingRow?> FindMeetingAsync(string code, CancellationToken ct) =>
        db.FindAsync<MinutesMeetingRow>(FindMeetingSql, new { code }, ct);

    private const string FindMeetingSql =
        $"""
        select m.id, m.table_id, m.code, m.title, m.place, m.starts_at, m.state, t.name as table_name,
               t.mandate, t.response_days, b.name as board_name
        from   public_meetings m
        join   tables t on t.id = m.table_id
        left join tables b on b.id = {AnsweringBoard.OfTableSql}
        where  m.code = @code
        """;

    public Task<MinutesRow?> FindAsync(Guid meetingId, CancellationToken ct) => db.FindAsync<MinutesRow>(FindSql, new { meetingId }, ct);

    public static Task<MinutesRow?> FindAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.FindAsync<MinutesRow>(FindSql, new { meetingId }, ct);

    private const string FindSql =
        """
        select r.markdown, n.revision, n.state as stored_state, n.shared_revision,
               coalesce((select max(version) from minutes_versions where meeting_id = n.meeting_id), 0) as version
        from   minutes n
        join   minutes_revisions r on r.meeting_id = n.meeting_id and r.revision = n.revision
        where  n.meeting_id = @meetingId
        """;

    /// <summary>All that was saved, the newest first.</summary>
    public Task<IReadOnlyList<RevisionRow>> RevisionsAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<RevisionRow>($"{RevisionsSql} order by revision desc", new { meetingId }, ct);

    public Task<RevisionRow?> RevisionAsync(Guid meetingId, long revision, CancellationToken ct) =>
        db.FindAsync<RevisionRow>($"{RevisionsSql} and revision = @revision", new { meetingId, revision }, ct);

    private const string RevisionsSql = "select revision, markdown, saved_by, saved_at from minutes_revisions where meeting_id = @meetingId";

    /// <summary>The binding votes that cannot be decided upon, because nobody released their result.</summary>
    public Task<IReadOnlyList<string>> UnreleasedAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<string>(UnreleasedSql, new { meetingId }, ct);

    private const string UnreleasedSql =
        """
        select   question
        from     polls
        where    meeting_id = @meetingId and binding and state in ('open', 'closed')
        order by opened_at
        """;

    /// <summary>False when somebody else saved since <paramref name="revision"/>, or the text may not change any more.</summary>
    public Task<bool> SaveAsync(Guid meetingId, string markdown, long revision, string writer, DateTimeOffset now, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.ExecuteAsync(revision == 0 ? BeginSql : RaiseSql, new { meetingId, revision }, ct) == 0)
                return false;

            await tx.ExecuteAsync(KeepSql, new { meetingId, revision = revision + 1, markdown, writer, now }, ct);
            return true;
        },
        ct);

    private const string BeginSql =
        """
        insert into minutes (meeting_id, state, revision)
        values (@meetingId, 'draft', 1)
        on conflict (meeting_id) do nothing
        """;

    private const string RaiseSql =
        """
        update minutes
        set    revision = revision + 1
        where  meeting_id = @meetingId and revision = @revision and state in ('draft', 'concept')
        """;

    private const string KeepSql =
        """
        insert into minutes_revisions (meeting_id, revision, markdown, saved_by, saved_at)
        values (@meetingId, @revision, @markdown, @writer, @now)
        """;
}
