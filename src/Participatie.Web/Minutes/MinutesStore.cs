using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes;

public sealed record MinutesRow(string Markdown, long Revision, string State, string? Html)
{
    public bool IsPublished => string.Equals(State, "published", StringComparison.Ordinal);
}

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
        from   meetings m
        join   tables t on t.id = m.table_id
        left join tables b on b.id = {AnsweringBoard.OfTableSql}
        where  m.code = @code
        """;

    public Task<MinutesRow?> FindAsync(Guid meetingId, CancellationToken ct) =>
        db.FindAsync<MinutesRow>("select markdown, revision, state, html from minutes where meeting_id = @meetingId", new { meetingId }, ct);

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

    /// <summary>False when somebody else changed or published the text since <paramref name="revision"/>.</summary>
    public async Task<bool> SaveAsync(Guid meetingId, string markdown, long revision, DateTimeOffset now, CancellationToken ct) =>
        await db.ExecuteAsync(revision == 0 ? SaveFirstSql : SaveSql, new { meetingId, markdown, revision, now }, ct) == 1;

    private const string SaveFirstSql =
        """
        insert into minutes (meeting_id, markdown, revision, state, updated_at)
        values (@meetingId, @markdown, 1, 'draft', @now)
        on conflict (meeting_id) do nothing
        """;

    private const string SaveSql =
        """
        update minutes
        set    markdown = @markdown, revision = revision + 1, updated_at = @now
        where  meeting_id = @meetingId and revision = @revision and state = 'draft'
        """;

    /// <summary>False when the text was changed or published since, or the meeting is not closed.</summary>
    public static async Task<bool> PublishAsync(
        DbTransaction tx, Guid meetingId, FrozenMinutes minutes, long revision, DateTimeOffset now, CancellationToken ct) =>
        await tx.ExecuteAsync(
            revision == 0 ? PublishFirstSql : PublishSql,
            new { meetingId, minutes.Markdown, minutes.Html, minutes.Sha256, revision, now },
            ct) == 1;

    private const string PublishFirstSql =
        """
        insert into minutes (meeting_id, markdown, revision, state, updated_at, published_at, html, sha256)
        select id, @Markdown, 1, 'published', @now, @now, @Html, @Sha256
        from   meetings
        where  id = @meetingId and state = 'closed'
        on conflict (meeting_id) do nothing
        """;

    private const string PublishSql =
        """
        update minutes
        set    markdown = @Markdown, html = @Html, sha256 = @Sha256, state = 'published',
               revision = revision + 1, updated_at = @now, published_at = @now
        where  meeting_id = @meetingId and revision = @revision and state = 'draft'
        and    exists (select 1 from meetings where id = @meetingId and state = 'closed')
        """;
}
