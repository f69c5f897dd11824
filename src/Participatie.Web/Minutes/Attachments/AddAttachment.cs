using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Attachments;

public enum AddOutcome
{
    Added,
    Empty,
    TooLarge,

    /// <summary>Its content is none of the kinds that may be attached, whatever its name says.</summary>
    WrongKind,
    TooMany,

    /// <summary>The text was adopted or published meanwhile.</summary>
    Frozen,

    /// <summary>The disk did not take it.</summary>
    NotKept,
}

/// <summary>Keeps a file for the minutes of a meeting. It is shown to nobody until a text refers to it.</summary>
public sealed class AddAttachment(DbDataSource db, AttachmentFiles files, IOptions<MinutesOptions> options, TimeProvider clock, ILogger<AddAttachment> log)
{
    /// <summary>For one meeting, with those that were removed.</summary>
    public const int Most = 200;

    private const int LongestName = 60;

    /// <summary>Keeps a file.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="fileName">What the file was called on the computer that it came from.</param>
    /// <param name="content">Can be read from the start.</param>
    /// <param name="actor">The name of the member of staff.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What came of it, and the name that a text can call it by.</returns>
    public async Task<(AddOutcome Outcome, string? Name)> RunAsync(Guid meetingId, string fileName, Stream content, string actor, CancellationToken ct)
    {
        if (content.Length == 0)
            return (AddOutcome.Empty, null);
        if (content.Length > options.Value.LargestAttachment)
            return (AddOutcome.TooLarge, null);
        if (await KindOfAsync(content, ct) is not { IsSound: false } kind)
            return (AddOutcome.WrongKind, null);

        var id = RowKey.New();
        var added = (Outcome: AddOutcome.NotKept, Name: (string?)null);
        try
        {
            var sha256 = await files.WriteAsync(id, content, ct);
            added = await RegisterAsync(new Row(id, meetingId, kind.MediaType, content.Length, sha256, actor, clock.GetUtcNow()), BaseOf(fileName), kind, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            AttachmentLog.NotKept(log, fault);
        }
        finally
        {
            if (added.Outcome != AddOutcome.Added)
                files.Delete(id);
        }

        return added;
    }

    private async Task<(AddOutcome Outcome, string? Name)> RegisterAsync(Row row, string name, FileKind kind, CancellationToken ct)
    {
        for (var number = 1; number <= Most; number++)
        {
            var numbered = number == 1 ? $"{name}.{kind.Extension}" : $"{name}-{number}.{kind.Extension}";
            if (await db.ExecuteAsync(AddSql, new { row.Id, row.MeetingId, name = numbered, row.MediaType, row.Bytes, row.Sha256, row.Actor, row.Now, Most }, ct) > 0)
                return (AddOutcome.Added, numbered);
            if (await db.FindAsync<bool>(FrozenSql, new { row.MeetingId }, ct))
                return (AddOutcome.Frozen, null);
        }

        return (AddOutcome.TooMany, null);
    }

    private const string AddSql =
        """
        insert into attachments (id, meeting_id, name, media_type, bytes, sha256, added_by, added_at)
        select @Id, @MeetingId, @name, @MediaType, @Bytes, @Sha256, @Actor, @Now
        where  not exists (select 1 from minutes where meeting_id = @MeetingId and state in ('adopted', 'published'))
        and    (select count(*) from attachments where meeting_id = @MeetingId) < @Most
        on conflict (meeting_id, name) do nothing
        """;

    private const string FrozenSql =
        "select exists (select 1 from minutes where meeting_id = @MeetingId and state in ('adopted', 'published'))";

    private static async Task<FileKind?> KindOfAsync(Stream content, CancellationToken ct)
    {
        var head = new byte[FileKind.HeadLength];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return FileKind.Of(head.AsSpan(0, read));
    }

    /// <summary>Only signs that mean nothing to any system, whatever the file was called.</summary>
    private static string BaseOf(string fileName)
    {
        var slug = Slug.From(Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/')));
        return slug.Length == 0 ? "bijlage" : slug[..Math.Min(slug.Length, LongestName)].TrimEnd('-');
    }

    private sealed record Row(Guid Id, Guid MeetingId, string MediaType, long Bytes, string Sha256, string Actor, DateTimeOffset Now);
}

internal static partial class AttachmentLog
{
    [LoggerMessage(LogLevel.Error, "An attachment could not be kept: is there room in the folder Minutes:AttachmentFolder, and may this account write there?")]
    public static partial void NotKept(ILogger log, Exception fault);
}
