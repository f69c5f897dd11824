using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Contributions;

/// <summary>What became of a text that somebody sent.</summary>
public enum SendOutcome
{
    Sent,
    Empty,
    TooLong,

    /// <summary>This person has enough texts that the facilitator has not read.</summary>
    TooMany,

    /// <summary>The meeting has not begun or is over.</summary>
    NotOpen,
}

/// <summary>Takes in a question or a topic. Nobody else reads it before the facilitator did.</summary>
public sealed class SendContribution(DbDataSource db, Feed feed, TimeProvider clock)
{
    /// <summary>In characters: what fits on a phone and can be read out in a hall.</summary>
    public const int Longest = 280;

    /// <summary>Unread texts of one person, and of all together: whoever sends all night fills no disk.</summary>
    private const int MostEach = 5;
    private const int MostTogether = 500;

    public async Task<SendOutcome> RunAsync(MeetingView meeting, Guid participant, ContributionKind kind, string? typed, CancellationToken ct)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest)
            return text.Length == 0 ? SendOutcome.Empty : SendOutcome.TooLong;

        var sent = new { id = Guid.NewGuid(), meetingId = meeting.Id, participant, kind = kind.Stored(), text, now = clock.GetUtcNow(), MostEach, MostTogether };
        if (await db.ExecuteAsync(SendSql, sent, ct) == 0)
            return meeting.State == MeetingState.Open ? SendOutcome.TooMany : SendOutcome.NotOpen;

        await feed.ContributionsChangedAsync(meeting.Id);
        return SendOutcome.Sent;
    }

    private const string SendSql =
        """
        insert into contributions (id, meeting_id, participant_id, kind, text, state, sent_at)
        select @id, m.id, @participant, @kind, @text, 'waiting', @now
        from   meetings m
        where  m.id = @meetingId and m.state = 'open'
        and    (select count(*) from contributions c where c.meeting_id = m.id and c.state = 'waiting' and c.participant_id = @participant) < @MostEach
        and    (select count(*) from contributions c where c.meeting_id = m.id and c.state = 'waiting') < @MostTogether
        """;
}
