using Participatie.Web.Tests.Decisions;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Accounts;

/// <summary>Where something is asked of a hall: routes with the parts in braces filled in.</summary>
/// <param name="Poll">A draft.</param>
internal sealed record Addresses(Hall Hall, Guid Poll, Guid Advice)
{
    public static async Task<Addresses> InAsync(Hall hall) =>
        new(hall, await hall.AddPollAsync(), await hall.Server.Db.AddAdviceAsync(hall.MeetingId, new DateOnly(2027, 1, 5), TestContext.Current.CancellationToken));

    /// <summary>The address with the query string of its form.</summary>
    /// <param name="ask">What is asked.</param>
    /// <param name="unknown">What stands for a part that is nothing of this hall.</param>
    public string Of(Ask ask, string unknown = "onbekend")
    {
        var isAnswer = ask.Route.EndsWith("/antwoord", StringComparison.Ordinal) || ask.Route.Contains("/antwoord?", StringComparison.Ordinal);
        var path = ask.Route
            .Replace("{code}", Hall.Code, StringComparison.Ordinal)
            .Replace("{id:guid}", (isAnswer ? Advice : Hall.MeetingId).ToString(), StringComparison.Ordinal)
            .Replace("{itemId:guid}", Hall.ItemId.ToString(), StringComparison.Ordinal)
            .Replace("{itemId:guid?}", Hall.ItemId.ToString(), StringComparison.Ordinal)
            .Replace("{pollId:guid}", Poll.ToString(), StringComparison.Ordinal)
            .Replace("{pollId:guid?}", Poll.ToString(), StringComparison.Ordinal)
            .Replace("{step:regex(^(openen|sluiten|vrijgeven|intrekken|loten)$)}", "openen", StringComparison.Ordinal)
            .Replace("{step:regex(^(roepen|weghalen|leegmaken)$)}", "leegmaken", StringComparison.Ordinal)
            .Replace("{step:regex(^(tonen|beantwoorden|weigeren|agenderen)$)}", "tonen", StringComparison.Ordinal)
            .Replace("{what:regex(^(vragen|onderwerpen)$)}", "vragen", StringComparison.Ordinal);
        while (path.IndexOf('{', StringComparison.Ordinal) is var start and >= 0)
            path = $"{path[..start]}{Uri.EscapeDataString(unknown)}{path[(path.IndexOf('}', start) + 1)..]}";
        return string.Equals(path, "/beheer/bijeenkomsten/nieuw", StringComparison.Ordinal) ? $"{path}?tafel={Hall.TableId}" : path;
    }
}
