using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Adopting;

public enum SendStep
{
    Sent,
    Empty,
    TooLong,

    /// <summary>This participant sent many that nobody has decided upon yet.</summary>
    TooMany,

    /// <summary>The minutes are no concept (any more).</summary>
    NotOpen,
}

/// <summary>Lets a participant say what is wrong in a concept.</summary>
public sealed class SendCorrection(DbDataSource db, TimeProvider clock)
{
    public const int LongestText = 2_000;

    /// <summary>Enough for who reads carefully, too few to drown the minute taker.</summary>
    private const int MostWaiting = 10;

    public async Task<SendStep> RunAsync(Guid meetingId, Guid participant, string? typed, CancellationToken ct)
    {
        var text = CleanText.Of(typed ?? "").Trim();
        if (text.Length == 0)
            return SendStep.Empty;
        if (text.Length > LongestText)
            return SendStep.TooLong;

        var correction = new { id = RowKey.New(), meetingId, participant, text, now = clock.GetUtcNow(), most = MostWaiting };
        if (await db.ExecuteAsync(SendSql, correction, ct) > 0)
            return SendStep.Sent;
        return await db.FindAsync<string>("select state from minutes where meeting_id = @meetingId", correction, ct) is "concept" ? SendStep.TooMany : SendStep.NotOpen;
    }

    private const string SendSql =
        """
        insert into corrections (id, meeting_id, participant_id, text, sent_at)
        select @id, @meetingId, @participant, @text, @now
        from   minutes
        where  meeting_id = @meetingId and state = 'concept'
        and    (select count(*) from corrections where meeting_id = @meetingId and participant_id = @participant and verdict is null) < @most
        """;
}
