using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Privacy;

/// <summary>Support of one phone becomes the support of as many phones: every contribution keeps its number.</summary>
internal static class Supporters
{
    public const string OfMeetingSql =
        """
        select s.contribution_id, s.participant_id
        from   contribution_supporters s
        join   contributions c on c.id = s.contribution_id
        where  c.meeting_id = @meetingId
        """;

    public const string OfParticipantSql = "select contribution_id, participant_id from contribution_supporters where participant_id = @participant";

    public static async Task RenameAsync(DbTransaction tx, IEnumerable<Supporter> supporters, CancellationToken ct)
    {
        foreach (var supporter in supporters)
            await tx.ExecuteAsync(RenameSql, new { supporter.ContributionId, supporter.ParticipantId, nobody = Guid.NewGuid() }, ct);
    }

    private const string RenameSql =
        "update contribution_supporters set participant_id = @nobody where contribution_id = @ContributionId and participant_id = @ParticipantId";
}

internal sealed record Supporter(Guid ContributionId, Guid ParticipantId);
