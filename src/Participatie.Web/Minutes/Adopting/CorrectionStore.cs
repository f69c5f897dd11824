using System.Data.Common;
using Participatie.Core.Minutes;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>What somebody says is wrong in a concept.</summary>
/// <param name="IsOwn">Whether the participant who looks sent it.</param>
/// <param name="Hidden">Whether only staff may read its text, because of abuse or somebody's private matters.</param>
public sealed record CorrectionRow(Guid Id, string Text, DateTimeOffset SentAt, string? StoredVerdict, string? Reason, bool Hidden, bool IsOwn)
{
    /// <summary>Null while nobody decided.</summary>
    public CorrectionVerdict? Verdict => StoredVerdict is null ? null : Enum.Parse<CorrectionVerdict>(StoredVerdict, ignoreCase: true);
}

/// <summary>Corrections, in the order in which they were sent.</summary>
public sealed class CorrectionStore(DbDataSource db)
{
    public Task<IReadOnlyList<CorrectionRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<CorrectionRow>($"{CorrectionsSql} {OrderSql}", new { meetingId, participant = Guid.Empty }, ct);

    /// <summary>What everybody may read, once it is decided upon, and what this participant sent.</summary>
    public Task<IReadOnlyList<CorrectionRow>> SeenByAsync(Guid meetingId, Guid? participant, CancellationToken ct) =>
        db.QueryAsync<CorrectionRow>(
            $"{CorrectionsSql} and (verdict is not null or participant_id = @participant) {OrderSql}",
            new { meetingId, participant = participant ?? Guid.Empty },
            ct);

    private const string CorrectionsSql =
        """
        select id, text, sent_at, verdict as stored_verdict, reason, hidden, participant_id = @participant as is_own
        from   corrections
        where  meeting_id = @meetingId
        """;

    private const string OrderSql = "order by sent_at, id";
}
