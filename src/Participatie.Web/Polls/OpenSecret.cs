namespace Participatie.Web.Polls;

/// <summary>An open poll and the key that hides its voters.</summary>
internal sealed record OpenSecret(Guid PollId, byte[] Secret)
{
    /// <summary>The open polls of a meeting (one, or none) with their keys, for what is done with a pass while people vote.</summary>
    public const string OfMeetingSql =
        """
        select s.poll_id, s.secret
        from   polls p
        join   ballot_secrets s on s.poll_id = p.id
        where  p.meeting_id = @meetingId and p.state = 'open'
        """;
}
