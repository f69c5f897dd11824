using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>A voting pass and the meeting it is for.</summary>
public sealed record PassRow(Guid Id, Guid MeetingId, string MeetingCode, MeetingState MeetingState, Guid? ParticipantId);

/// <summary>Voting passes: who holds one may vote in binding polls. Only a keyed hash of the code is kept.</summary>
public sealed class Passes(DbDataSource db, InstallationSecrets secrets)
{
    /// <summary>Makes new passes. Returns their codes, which are known only now; none when the meeting is over.</summary>
    public async Task<IReadOnlyList<string>> IssueAsync(Guid meetingId, int count, CancellationToken ct)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
            codes.Add(Codes.NewPass());

        var rows = new List<object>(count);
        foreach (var code in codes)
            rows.Add(new { id = Guid.NewGuid(), meetingId, hash = await HashAsync(code, ct) });
        return await db.TransactAsync(tx => tx.ExecuteAsync(IssueSql, rows, ct), ct) == count ? [.. codes] : [];
    }

    private const string IssueSql =
        """
        insert into passes (id, meeting_id, code_hash)
        select @id, m.id, @hash
        from   meetings m
        where  m.id = @meetingId and m.state <> 'closed'
        """;

    public async Task<PassRow?> FindAsync(string code, CancellationToken ct) =>
        await db.FindAsync<PassRow>(FindSql, new { hash = await HashAsync(code, ct) }, ct);

    private const string FindSql =
        """
        select p.id, p.meeting_id, m.code as meeting_code, m.state as meeting_state, p.participant_id
        from   passes p
        join   meetings m on m.id = p.meeting_id
        where  p.code_hash = @hash
        """;

    public Task<int> CountAsync(Guid meetingId, CancellationToken ct) =>
        db.FindAsync<int>("select count(*) from passes where meeting_id = @meetingId", new { meetingId }, ct);

    /// <summary>The pass that this participant holds in the meeting, if any.</summary>
    public Task<Guid?> HeldByAsync(Guid meetingId, Guid participantId, CancellationToken ct) =>
        db.FindAsync<Guid?>(HeldBySql, new { meetingId, participantId }, ct);

    private const string HeldBySql = "select id from passes where meeting_id = @meetingId and participant_id = @participantId";

    /// <summary>Did this phone hold a pass that has moved to another phone?</summary>
    public async Task<bool> MovedAwayAsync(Guid meetingId, Guid participantId, CancellationToken ct) =>
        await db.FindAsync<int>(MovedAwaySql, new { meetingId, participantId }, ct) > 0;

    private const string MovedAwaySql =
        "select count(*) from former_holders where meeting_id = @meetingId and participant_id = @participantId";

    private async Task<byte[]> HashAsync(string code, CancellationToken ct) =>
        HMACSHA256.HashData(await secrets.GetAsync("passes", ct), Encoding.ASCII.GetBytes(code));
}
