using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Minutes.Adopting;

public enum PublishOutcome
{
    Published,

    /// <summary>The table has not adopted them, or they are published already.</summary>
    NotAdopted,

    /// <summary>A new version does not say what is different in it.</summary>
    NoteMissing,

    /// <summary>A decision or an action item in it cannot be understood.</summary>
    Mistaken,
}

/// <summary>
/// Freezes adopted minutes for everybody to read: text, HTML, attachments and fingerprints, the decisions and the deed in
/// the log together, or none of them. What was published before stays beside it.
/// </summary>
public sealed class PublishMinutes(DbDataSource db, ReadMinutes read, TimeProvider clock)
{
    public const int LongestNote = 1_000;

    /// <summary>Publishes the adopted text.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="note">What is different; of a first version nothing is.</param>
    /// <param name="actor">The name of the member of staff.</param>
    /// <param name="ct">Cancels.</param>
    public Task<PublishOutcome> RunAsync(Guid meetingId, string? note, string actor, CancellationToken ct) =>
        db.TransactAsync(tx => FreezeAsync(tx, meetingId, note?.Trim() ?? "", actor, ct), ct);

    private async Task<PublishOutcome> FreezeAsync(DbTransaction tx, Guid meetingId, string note, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct); // of two at once, the second reads what the first did
        if (await MinutesStore.FindAsync(tx, meetingId, ct) is not { State: Core.Minutes.MinutesState.Adopted } adopted)
            return PublishOutcome.NotAdopted;
        if (adopted.Version > 0 && note.Length is 0 or > LongestNote)
            return PublishOutcome.NoteMissing;

        var minutes = await read.RunAsync(await MinutesSource.OfAsync(tx, meetingId, ct), adopted.Markdown);
        if (minutes.Records.Mistakes.Count > 0)
            return PublishOutcome.Mistaken;

        var (frozen, version, now) = (FrozenMinutes.Of(minutes), adopted.Version + 1, clock.GetUtcNow());
        await tx.ExecuteAsync(PublishSql, new { meetingId, version, note, frozen.Markdown, frozen.Html, frozen.Sha256, now }, ct);
        foreach (var attachment in minutes.Attachments)
            await tx.ExecuteAsync(AttachSql, new { meetingId, version, attachment.Id }, ct);
        await tx.ExecuteAsync("update minutes set state = 'published' where meeting_id = @meetingId", new { meetingId }, ct);
        await RegisterDecisions.RunAsync(tx, meetingId, version, minutes, ct);
        await IndexMeeting.RunAsync(tx, meetingId, ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.MinutesPublished, PublicationOf(version, frozen, minutes), now), ct);
        return PublishOutcome.Published;
    }

    private static PublicationDeed PublicationOf(int version, FrozenMinutes frozen, MinutesText minutes) => new(
        version, frozen.Sha256, frozen.HtmlSha256, [.. minutes.Attachments.Select(attachment => new AttachmentDeed(attachment.Name, attachment.Sha256))]);

    private const string AttachSql = "insert into minutes_attachments (meeting_id, version, attachment_id) values (@meetingId, @version, @Id)";

    private const string PublishSql =
        """
        insert into minutes_versions (meeting_id, version, markdown, html, sha256, note, adopted_at, adopted_by, adoption_poll, published_at)
        select meeting_id, @version, @Markdown, @Html, @Sha256, @note, adopted_at, adopted_by, adoption_poll, @now
        from   minutes
        where  meeting_id = @meetingId
        """;
}
