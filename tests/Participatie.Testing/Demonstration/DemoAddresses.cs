using System.Data.Common;
using System.Text.RegularExpressions;
using Participatie.Web.Data;

namespace Participatie.Testing.Demonstration;

/// <summary>What there is in the demonstration to fill a route with; null where a meeting lacks it.</summary>
public sealed record DemoPlace(string Area, string Table, Guid TableId, string? Code, Guid? Meeting, Guid? Minutes, Guid? Item, Guid? Poll, Guid? Decision);

/// <summary>The addresses in the demonstration of a page, made from its route.</summary>
public sealed partial class DemoAddresses(IReadOnlyList<DemoPlace> places, string pass)
{
    public static async Task<DemoAddresses> ReadAsync(DbDataSource db, string pass, CancellationToken ct) => new(await db.QueryAsync<DemoPlace>(PlacesSql, null, ct), pass);

    private const string PlacesSql =
        """
        select t.area, t.slug as "table", t.id as table_id, m.code, m.id as meeting, v.meeting_id as minutes, i.id as item, p.id as poll, d.id as decision
        from   tables t
        left join meetings m on m.table_id = t.id
        left join minutes_versions v on v.meeting_id = m.id and v.version = 2
        left join agenda_items i on i.meeting_id = m.id
        left join polls p on p.item_id = i.id
        left join decisions d on d.poll_id = p.id
        order by m.code, p.id desc nulls last
        """;

    /// <summary>Pages to prepare something are alike for all of its kind: those are made for one of each meeting.</summary>
    public IReadOnlyList<string> Of(string route)
    {
        var varied = route.StartsWith("beheer/", StringComparison.Ordinal) ? places.DistinctBy(place => place.Code) : places;
        return [.. Choices(route).SelectMany(choice => varied.Select(place => Fill(choice, place))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A part of a route that is one of a few words becomes each of them.</summary>
    private static IEnumerable<string> Choices(string route) => Choice().Match(route) is { Success: true } choice
        ? choice.Groups["words"].Value.Split('|').SelectMany(word => Choices(route.Replace(choice.Value, word, StringComparison.Ordinal)))
        : [route];

    private string? Fill(string route, DemoPlace place)
    {
        var isComplete = true;
        var path = Part().Replace(route, part =>
        {
            var value = ValueOf(part.Groups["name"].Value, route, place);
            isComplete &= value is not null;
            return value ?? "";
        });
        return isComplete ? string.Equals(route, "beheer/bijeenkomsten/nieuw", StringComparison.Ordinal) ? $"/{path}?tafel={place.TableId}" : $"/{path}" : null;
    }

    private string? ValueOf(string name, string route, DemoPlace place) => name switch
    {
        "code" => place.Code,
        "slug" => route.StartsWith("wijken", StringComparison.Ordinal) ? place.Area : place.Table,
        "id" => IdOf(route, place)?.ToString(),
        "itemId" => place.Item?.ToString(),
        "pollId" => place.Poll?.ToString(),
        "pass" => pass,
        "status" => "404",
        "token" or "link" => "onzin",
        _ => throw new InvalidOperationException($"What is {name} in {route}?"),
    };

    private static Guid? IdOf(string route, DemoPlace place) => route.Split('/')[0] switch
    {
        "verslagen" => place.Minutes,
        "stemmingen" => place.Poll,
        "besluiten" => place.Decision,
        _ => place.Meeting,
    };

    [GeneratedRegex(@"\{\w+:regex\(\^\((?<words>[\w|]+)\)\$\)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
