using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>An open poll and the key that hides its voters.</summary>
internal sealed record OpenSecret(Guid PollId, byte[] Secret);

internal static class OpenSecrets
{
    /// <summary>The open polls of a meeting (one, or none) with their keys, for what is done with a pass while people vote.</summary>
    public static Task<IReadOnlyList<OpenSecret>> OpenSecretsAsync(this DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.QueryAsync<OpenSecret>(OpenSql, new { meetingId }, ct);

    private const string OpenSql =
        """
        select s.poll_id, s.secret
        from   polls p
        join   ballot_secrets s on s.poll_id = p.id
        where  p.meeting_id = @meetingId and p.state = 'open'
        """;
}
