using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A poll whose result everybody may see.</summary>
public sealed record PollResult(
    Guid Id, Guid MeetingId, Guid ItemId, string Question, CountingMethod Rule, Quorum? Quorum, bool Binding, bool Secret,
    DateTimeOffset? ClosedAt, IReadOnlyList<string> Options, Outcome Outcome)
{
    public string Method => Rule.Name;
}

/// <summary>The only way in which public pages learn a result: there is no row here until it is released.</summary>
public sealed class ReleasedPolls(DbDataSource db)
{
    public async Task<IReadOnlyList<PollResult>> InMeetingAsync(Guid meetingId, CancellationToken ct) =>
        Join(
            await db.QueryAsync<PollRow>(InMeetingSql, new { meetingId }, ct),
            await db.QueryAsync<OptionRow>(OptionsInMeetingSql, new { meetingId }, ct));

    private const string InMeetingSql =
        """
        select   id, meeting_id, item_id, question, method, settings, quorum, binding, secret, closed_at, outcome
        from     polls
        where    meeting_id = @meetingId and state = 'released' and outcome is not null
        order by closed_at
        """;

    private const string OptionsInMeetingSql =
        """
        select   o.poll_id, o.text
        from     poll_options o
        join     polls p on p.id = o.poll_id
        where    p.meeting_id = @meetingId and p.state = 'released'
        order by o.position
        """;

    public async Task<PollResult?> FindAsync(Guid pollId, CancellationToken ct) =>
        Join(
            await db.QueryAsync<PollRow>(FindSql, new { pollId }, ct),
            await db.QueryAsync<OptionRow>(OptionsSql, new { pollId }, ct)).SingleOrDefault();

    private const string FindSql =
        """
        select id, meeting_id, item_id, question, method, settings, quorum, binding, secret, closed_at, outcome
        from   polls
        where  id = @pollId and state = 'released' and outcome is not null
        and    exists (select 1 from public_meetings where id = polls.meeting_id)
        """;

    private const string OptionsSql =
        """
        select   poll_id, text
        from     poll_options
        where    poll_id = @pollId
        order by position
        """;

    /// <summary>Those of these polls that are released, in any order.</summary>
    public async Task<IReadOnlyList<PollResult>> FindAsync(IReadOnlyList<Guid> pollIds, CancellationToken ct) =>
        Join(
            await db.QueryOfAsync<PollRow>(FindManySql, pollIds, ct),
            await db.QueryOfAsync<OptionRow>(OptionsOfManySql, pollIds, ct));

    private static string FindManySql(string ids) =>
        $"""
        select id, meeting_id, item_id, question, method, settings, quorum, binding, secret, closed_at, outcome
        from   polls
        where  id in ({ids}) and state = 'released' and outcome is not null
        """;

    private static string OptionsOfManySql(string ids) =>
        $"""
        select   poll_id, text
        from     poll_options
        where    poll_id in ({ids})
        order by position
        """;

    private static List<PollResult> Join(IReadOnlyList<PollRow> polls, IReadOnlyList<OptionRow> options)
    {
        var byPoll = options.ToLookup(option => option.PollId, option => option.Text);
        return [.. polls.Select(poll => poll.ToResult([.. byPoll[poll.Id]]))];
    }

    private sealed record PollRow(
        Guid Id, Guid MeetingId, Guid ItemId, string Question, string Method, string Settings, string? Quorum,
        bool Binding, bool Secret, DateTimeOffset? ClosedAt, string Outcome)
    {
        public PollResult ToResult(IReadOnlyList<string> options) => new(
            Id,
            MeetingId,
            ItemId,
            Question,
            CountingMethod.Find(Method, Json.Read<MethodSettings>(Settings))!,
            Quorum is null ? null : Json.Read<Quorum>(Quorum),
            Binding,
            Secret,
            ClosedAt,
            options,
            Json.Read<Outcome>(Outcome));
    }

    private sealed record OptionRow(Guid PollId, string Text);
}
