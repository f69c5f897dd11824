using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.Search;

/// <summary>
/// Writes anew what can be found of a meeting: its agenda, its published minutes, its decisions and the answers to them.
/// Whoever changes what is public about a meeting calls it in the same transaction, and <see cref="RebuildIndex"/> for all.
/// </summary>
public static class IndexMeeting
{
    public static async Task RunAsync(DbTransaction tx, Guid meetingId, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct);
        await tx.ExecuteAsync(FullText.On(tx.Connection!).RemoveSql, new { meetingId }, ct);
        await tx.ExecuteAsync("delete from documents where meeting_id = @meetingId", new { meetingId }, ct);
        if (await MeetingDocuments.FindPlaceAsync(tx, meetingId, ct) is { } place)
            await AddAsync(tx, place, await MeetingDocuments.ReadAsync(tx, meetingId, ct), ct);
    }

    /// <summary>Adds documents, the oldest first: two who add at once wait for each other's numbers in one order only.</summary>
    public static async Task AddAsync(DbTransaction tx, DocumentPlace place, IEnumerable<Document> documents, CancellationToken ct)
    {
        var rows = new List<TermsRow>();
        foreach (var document in documents.OrderBy(document => document.HappenedAt))
            rows.Add(new TermsRow(await NumberAsync(tx, place, document, ct), Terms.Of(document, place)));
        await tx.ExecuteEachAsync(FullText.On(tx.Connection!).AddSql, rows, ct);
    }

    private static async Task<long> NumberAsync(DbTransaction tx, DocumentPlace place, Document document, CancellationToken ct)
    {
        var number = document.HappenedAt.ToUnixTimeSeconds();
        while (await tx.ExecuteAsync(AddSql, Row(number, place, document), ct) == 0)
            number++;
        return number;
    }

    private static object Row(long number, DocumentPlace place, Document document) =>
        new { number, place.MeetingId, kind = document.Kind.Stored(), document.SourceId, document.Title, document.Body, document.HappenedAt };

    private const string AddSql =
        """
        insert into documents (number, meeting_id, kind, source_id, title, body, happened_at)
        values (@number, @MeetingId, @kind, @SourceId, @Title, @Body, @HappenedAt)
        on conflict (number) do nothing
        """;

    private sealed record TermsRow(long Number, string Terms);
}
