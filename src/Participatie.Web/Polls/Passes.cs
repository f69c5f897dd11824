using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>A voting pass and the meeting it is for.</summary>
public sealed record PassRow(Guid Id, Guid MeetingId, string MeetingCode, MeetingState MeetingState, Guid? ParticipantId, DateTimeOffset IssuedAt);

/// <summary>A pass that was just made. Its code is known only now.</summary>
/// <param name="Number">The number that is printed on it, unique in its meeting.</param>
public sealed record NewPass(int Number, string Code);

/// <summary>A pass in somebody's hands.</summary>
public sealed record HeldPass(Guid Id, DateTimeOffset IssuedAt)
{
    /// <summary>Who may vote freezes when a poll opens: a pass that is made later is for the next one.</summary>
    public bool MayVoteSince(DateTimeOffset opened) => IssuedAt <= opened;
}

/// <summary>Voting passes: who holds one may vote in binding polls. Only a keyed hash of the code is kept.</summary>
public sealed class Passes
{
    private readonly DbDataSource db;
    private readonly InstallationSecrets secrets;
    private readonly TimeProvider clock;
    private readonly Lookups<string, PassRow> lookups;

    public Passes(DbDataSource db, InstallationSecrets secrets, TimeProvider clock)
    {
        (this.db, this.secrets, this.clock) = (db, secrets, clock);
        lookups = new Lookups<string, PassRow>(ReadAsync);
    }

    /// <summary>Makes new passes; none when the meeting is over.</summary>
    public async Task<IReadOnlyList<NewPass>> IssueAsync(Guid meetingId, int count, CancellationToken ct)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
            codes.Add(Codes.NewPass());

        var hashes = new List<byte[]>(count);
        foreach (var code in codes)
            hashes.Add(await HashAsync(code, ct));

        var first = await db.TransactAsync(tx => IssueAsync(tx, meetingId, hashes, ct), ct);
        return first is null ? [] : [.. codes.Select((code, index) => new NewPass(first.Value + index, code))];
    }

    /// <summary>The number of the first new pass; null when the meeting is over.</summary>
    private async Task<int?> IssueAsync(DbTransaction tx, Guid meetingId, List<byte[]> hashes, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct);
        var (first, now) = (await tx.FindAsync<int>(LastNumberSql, new { meetingId }, ct) + 1, clock.GetUtcNow());
        var rows = hashes.Select((hash, index) => new { id = Guid.NewGuid(), meetingId, hash, number = first + index, now });
        return (await tx.ExecuteEachAsync(IssueSql, [.. rows], ct)).Sum() == hashes.Count ? first : null;
    }

    private const string LastNumberSql = "select coalesce(max(number), 0) from passes where meeting_id = @meetingId";

    private const string IssueSql =
        """
        insert into passes (id, meeting_id, code_hash, number, issued_at)
        select @id, m.id, @hash, @number, @now
        from   meetings m
        where  m.id = @meetingId and m.state <> 'closed'
        """;

    /// <summary>
    /// Makes a new pass in the place of one that was lost, with its number and its rights. Null when there is no pass of
    /// that number to replace. The caller takes away what was done with the old one.
    /// </summary>
    public async Task<NewPass?> ReissueAsync(DbTransaction tx, ReplacedPass old, CancellationToken ct)
    {
        var code = Codes.NewPass();
        var hash = await HashAsync(code, ct);
        return await tx.ExecuteAsync(VoidSql, new { old.Id, now = clock.GetUtcNow() }, ct) > 0
            && await tx.ExecuteAsync(ReissueSql, new { id = Guid.NewGuid(), hash, old = old.Id }, ct) > 0
            ? new NewPass(old.Number, code)
            : null;
    }

    private const string VoidSql = "update passes set voided_at = @now, participant_id = null where id = @Id and voided_at is null";

    private const string ReissueSql =
        """
        insert into passes (id, meeting_id, code_hash, number, issued_at)
        select @id, meeting_id, @hash, number, issued_at
        from   passes
        where  id = @old
        """;

    /// <summary>The pass with this code as the database has it now; null when there is none. A hall that scans at once costs a few queries.</summary>
    public async Task<PassRow?> FindAsync(string code, CancellationToken ct) =>
        await lookups.FindAsync(Convert.ToHexString(await HashAsync(code, ct)));

    private async Task<IReadOnlyDictionary<string, PassRow>> ReadAsync(IReadOnlyList<string> hashes)
    {
        var args = new DynamicParameters();
        var sql = $"{FindSql} ({InList.Of(args, [.. hashes.Select(Convert.FromHexString)], DbType.Binary)})";
        var found = await db.QueryAsync<HashedPass>(sql, args, CancellationToken.None);
        return found.ToDictionary(pass => Convert.ToHexString(pass.CodeHash), pass => pass.Row, StringComparer.Ordinal);
    }

    private const string FindSql =
        """
        select p.code_hash, p.id, p.meeting_id, m.code as meeting_code, m.state as meeting_state, p.participant_id, p.issued_at
        from   passes p
        join   meetings m on m.id = p.meeting_id
        where  p.voided_at is null and p.code_hash in
        """;

    private sealed record HashedPass(
        byte[] CodeHash, Guid Id, Guid MeetingId, string MeetingCode, MeetingState MeetingState, Guid? ParticipantId, DateTimeOffset IssuedAt)
    {
        public PassRow Row => new(Id, MeetingId, MeetingCode, MeetingState, ParticipantId, IssuedAt);
    }

    public Task<int> CountAsync(Guid meetingId, CancellationToken ct) =>
        db.FindAsync<int>("select count(*) from passes where meeting_id = @meetingId and voided_at is null", new { meetingId }, ct);

    /// <summary>Did this phone hold a pass that has moved to another phone?</summary>
    public async Task<bool> MovedAwayAsync(Guid meetingId, Guid participantId, CancellationToken ct) =>
        await db.FindAsync<int>(MovedAwaySql, new { meetingId, participantId }, ct) > 0;

    private const string MovedAwaySql =
        "select count(*) from former_holders where meeting_id = @meetingId and participant_id = @participantId";

    private async Task<byte[]> HashAsync(string code, CancellationToken ct) =>
        HMACSHA256.HashData(await secrets.GetAsync("passes", ct), Encoding.ASCII.GetBytes(code));
}
