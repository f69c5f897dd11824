using System.Data.Common;
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
    public static async Task RunAsync(DbTransaction tx, Guid meetingId, MinutesText minutes, CancellationToken ct)
    {
        var usual = (await tx.FindAsync<UsualRow>(UsualSql, new { meetingId }, ct))!;
        foreach (var decision in minutes.Records.Decisions)
        {
            var id = Guid.CreateVersion7();
            await tx.ExecuteAsync(InsertDecisionSql, Row(id, meetingId, decision, minutes.Story, usual), ct);
            foreach (var theme in decision.Themes)
                await tx.ExecuteAsync("insert into decision_themes (decision_id, theme) values (@id, @theme)", new { id, theme }, ct);
        }

        foreach (var action in minutes.Records.Actions)
            await tx.ExecuteAsync(InsertActionSql, new { id = Guid.CreateVersion7(), meetingId, action.Number, action.Text, action.Who, action.Due }, ct);
    }

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
               (id, meeting_id, number, poll_id, is_advice, text, reasons, mandate, addressee, answering_table, respond_by, result, decided_at)
        values (@Id, @MeetingId, @Number, @PollId, @IsAdvice, @Text, @Reasons, @Mandate, @Addressee, @AnsweringTable, @RespondBy, @Result, @DecidedAt)
        """;

    private const string InsertActionSql =
        """
        insert into action_items (id, meeting_id, number, text, who, due)
        values (@id, @meetingId, @Number, @Text, @Who, @Due)
        """;

    private static NewDecisionRow Row(Guid id, Guid meetingId, DecisionRecord decision, MeetingStory story, UsualRow usual)
    {
        var poll = decision.Poll is { } number ? story.Polls[number - 1] : null;
        var result = poll?.Released?.Result;
        // What a table rejects asks nothing of anybody, unless its minutes say so.
        var addressee = decision.Addressee ?? (result == Result.Rejected ? null : usual.BoardName);
        return new NewDecisionRow(
            id,
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
            poll?.ClosedAt ?? story.Closed?.RecordedAt ?? usual.StartsAt);
    }

    private sealed record UsualRow(string Mandate, int ResponseDays, DateTimeOffset StartsAt, Guid? BoardId, string? BoardName);

    private sealed record NewDecisionRow(
        Guid Id, Guid MeetingId, int Number, Guid? PollId, bool IsAdvice, string Text, string Reasons, string Mandate,
        string? Addressee, Guid? AnsweringTable, DateOnly? RespondBy, string? Result, DateTimeOffset DecidedAt);
}
