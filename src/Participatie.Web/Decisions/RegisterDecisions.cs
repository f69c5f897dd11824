using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Decisions;

/// <summary>
/// Enters what published minutes record in the registers of decisions and action items, inside the transaction of whoever
/// publishes. What the minutes leave open is filled in with what is usual at the table.
/// </summary>
public static class RegisterDecisions
{
    /// <summary>Enters what a version of minutes records.</summary>
    /// <param name="tx">Of whoever publishes.</param>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="version">Of the minutes. A later one changes what the register holds already, and strikes what is gone.</param>
    /// <param name="minutes">As they are published.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RunAsync(DbTransaction tx, Guid meetingId, int version, MinutesText minutes, CancellationToken ct)
    {
        var usual = (await tx.FindAsync<UsualRow>(UsualSql, new { meetingId }, ct))!;
        var rows = minutes.Records.Decisions.Select(decision => Row(meetingId, version, decision, minutes.Story, usual)).ToList();
        var registered = await tx.QueryAsync<RegisteredRow>(RegisteredSql, new { meetingId }, ct);
        var matches = DecisionMatching.Match([.. registered.Select(row => row.Mark)], [.. rows.Select(row => row.Mark)]);

        await tx.ExecuteAsync(StrikeSql, new { meetingId, version }, ct);
        foreach (var (index, row) in rows.Index())
        {
            var known = matches[index] is { } match ? registered[match] : null;
            var kept = row with { Id = known?.Id ?? row.Id };
            await tx.ExecuteAsync(known is null ? InsertDecisionSql : ChangeDecisionSql, kept, ct);
            await KeepThemesAsync(tx, kept.Id, minutes.Records.Decisions[index].Themes, ct);
        }

        await tx.ExecuteAsync("delete from action_items where meeting_id = @meetingId", new { meetingId }, ct);
        foreach (var action in minutes.Records.Actions)
            await tx.ExecuteAsync(InsertActionSql, new { id = RowKey.New(), meetingId, action.Number, action.Text, action.Who, action.Due }, ct);
    }

    private static async Task KeepThemesAsync(DbTransaction tx, Guid id, IReadOnlyList<string> themes, CancellationToken ct)
    {
        await tx.ExecuteAsync("delete from decision_themes where decision_id = @id", new { id }, ct);
        foreach (var theme in themes)
            await tx.ExecuteAsync("insert into decision_themes (decision_id, theme) values (@id, @theme)", new { id, theme }, ct);
    }

    /// <summary>What is struck already can come back, unless the same stands in the register unstruck.</summary>
    private const string RegisteredSql = "select id, number, poll_id, text from decisions where meeting_id = @meetingId order by struck_version is not null, number";

    /// <summary>
    /// Strikes all; what the new version holds is then brought back. Numbers and votes are free meanwhile: a number is made
    /// unlike any other, and the vote of what is struck is found in the minutes that held it.
    /// </summary>
    private const string StrikeSql =
        """
        update decisions
        set    struck_version = coalesce(struck_version, @version),
               number = case when number < 0 then number else -(@version * 1000 + number) end,
               poll_id = null
        where  meeting_id = @meetingId
        """;

    private const string ChangeDecisionSql =
        """
        update decisions
        set    number = @Number, poll_id = @PollId, is_advice = @IsAdvice, text = @Text, reasons = @Reasons, mandate = @Mandate,
               addressee = @Addressee, answering_table = @AnsweringTable, respond_by = @RespondBy, result = @Result,
               decided_at = @DecidedAt, struck_version = null
        where  id = @Id
        """;

    private const string UsualSql =
        $"""
        select t.mandate, t.response_days, m.starts_at, b.id as board_id, b.name as board_name
        from   meetings m
        join   tables t on t.id = m.table_id
        left join tables b on b.id = {AnsweringBoard.OfTableSql}
        where  m.id = @meetingId
        """;

    private const string InsertDecisionSql =
        """
        insert into decisions
               (id, meeting_id, number, poll_id, is_advice, text, reasons, mandate, addressee, answering_table, respond_by, result, decided_at,
                entered_version)
        values (@Id, @MeetingId, @Number, @PollId, @IsAdvice, @Text, @Reasons, @Mandate, @Addressee, @AnsweringTable, @RespondBy, @Result, @DecidedAt,
                @EnteredVersion)
        """;

    private const string InsertActionSql =
        """
        insert into action_items (id, meeting_id, number, text, who, due)
        values (@id, @meetingId, @Number, @Text, @Who, @Due)
        """;

    private static NewDecisionRow Row(Guid meetingId, int version, DecisionRecord decision, MeetingStory story, UsualRow usual)
    {
        var poll = decision.Poll is { } number ? story.Polls[number - 1] : null;
        var result = poll?.Released?.Result;
        // What a table rejects asks nothing of anybody, unless its minutes say so.
        var addressee = decision.Addressee ?? (result == Result.Rejected ? null : usual.BoardName);
        return new NewDecisionRow(
            RowKey.New(),
            meetingId,
            decision.Number,
            poll?.Rules.PollId,
            decision.IsAdvice,
            decision.Text,
            decision.Reasons,
            decision.Mandate?.Stored() ?? usual.Mandate,
            addressee,
            addressee is null ? null : usual.BoardId,
            addressee is null ? null : decision.RespondBy ?? DutchTime.Today(usual.StartsAt).AddDays(usual.ResponseDays),
            result?.Stored(),
            poll?.ClosedAt ?? story.Closed?.RecordedAt ?? usual.StartsAt,
            version);
    }

    private sealed record UsualRow(string Mandate, int ResponseDays, DateTimeOffset StartsAt, Guid? BoardId, string? BoardName);

    private sealed record NewDecisionRow(
        Guid Id, Guid MeetingId, int Number, Guid? PollId, bool IsAdvice, string Text, string Reasons, string Mandate,
        string? Addressee, Guid? AnsweringTable, DateOnly? RespondBy, string? Result, DateTimeOffset DecidedAt, int EnteredVersion)
    {
        public DecisionMark Mark => new(Number, PollId, Text);
    }

    private sealed record RegisteredRow(Guid Id, int Number, Guid? PollId, string Text)
    {
        public DecisionMark Mark => new(Number, PollId, Text);
    }
}
