using System.Globalization;
using Microsoft.OpenApi;
using Participatie.Web.Reading.OpenData.Resources;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>The filters that there are; each dataset has some of them.</summary>
public static class Filters
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    public static readonly Filter Area = new(
        "wijk", "Alleen uit deze wijk: het kenmerk van een wijk.", "utrecht-overvecht", "a.slug = @wijk", static slug => [("wijk", slug)])
    {
        IsThere = static async (places, slug, ct) => await places.FindAreaAsync(slug, ct) is not null,
    };

    public static readonly Filter Table = new(
        "tafel", "Alleen van deze tafel: het kenmerk van een tafel.", "wijktafel-overvecht", "t.slug = @tafel", static slug => [("tafel", slug)])
    {
        IsThere = static async (places, slug, ct) => await places.FindTableAsync(slug, ct) is not null,
    };

    public static readonly Filter Year = new(
        "jaar", "Alleen van vergaderingen in dit jaar.", "2026", "m.starts_at >= @jaarBegin and m.starts_at < @jaarEinde", ReadYear)
    {
        Type = JsonSchemaType.Integer,
    };

    public static readonly Filter Meeting = new(
        "vergadering", "Alleen van deze vergadering: het kenmerk van een vergadering.", "0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21", "m.id = @vergadering", ReadId);

    public static readonly Filter Theme = new(
        "thema",
        "Alleen over dit thema.",
        "veiligheid",
        "d.id in (select decision_id from decision_themes where lower(theme) = lower(@thema))",
        static theme => [("thema", theme)]);

    /// <summary>How it stands with a meeting, in the words of the API.</summary>
    public const string StatusSql =
        "case when m.cancellation is not null then 'geannuleerd' when m.state = 'planned' then 'gepland' when m.state = 'open' then 'bezig' else 'gehouden' end";

    public static readonly Filter Status = new("status", "Alleen vergaderingen met deze status.", "gehouden", $"{StatusSql} = @status", ReadStatus)
    {
        Values = [.. Enum.GetNames<Vergaderstatus>().Select(name => name.ToLowerInvariant())],
    };

    private static (string, object)[]? ReadYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? [("jaarBegin", DutchTime.Instant(new DateTime(year, 1, 1))), ("jaarEinde", DutchTime.Instant(new DateTime(year + 1, 1, 1)))]
            : null;

    private static (string, object)[]? ReadId(string text) => Guid.TryParseExact(text, "D", out var id) ? [("vergadering", id)] : null;

    private static (string, object)[]? ReadStatus(string text) =>
        Status.Values!.Contains(text, StringComparer.Ordinal) ? [("status", text)] : null;
}
