using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>Reads from an address what somebody asks. What makes no sense is refused: an answer to another question would mislead.</summary>
public sealed class ReadQuestion(PublicPlaces places, IStringLocalizer<Texts> texts)
{
    /// <summary>Nothing that can be asked for is longer.</summary>
    private const int LongestValue = 200;

    private const int LastPage = 1_000_000;

    /// <summary>The question, or else what is wrong with it.</summary>
    public async Task<(Asked? Asked, string? Fault)> RunAsync(IQueryCollection query, IReadOnlyList<Filter> known, CancellationToken ct)
    {
        var filters = new List<(Filter, string)>();
        var (page, count) = (1, Asked.UsualCount);
        foreach (var (name, values) in query)
        {
            var fault = name switch
            {
                Asked.PageName => ReadNumber(values, LastPage, out page) ? null : texts["De pagina is een getal vanaf 1."].Value,
                Asked.CountName => ReadNumber(values, Asked.MostCount, out count) ? null : texts["Het aantal is een getal van 1 tot en met {0}.", Asked.MostCount].Value,
                _ => await FaultOfAsync(name, values, known, filters, ct),
            };
            if (fault is not null)
                return (null, fault);
        }

        return (new Asked(filters, page, count), null);
    }

    private async Task<string?> FaultOfAsync(string name, StringValues values, IReadOnlyList<Filter> known, List<(Filter, string)> filters, CancellationToken ct)
    {
        if (known.FirstOrDefault(filter => string.Equals(filter.Name, name, StringComparison.Ordinal)) is not { } filter)
            return texts["‘{0}’ kun je hier niet vragen. Wel: {1}.", Shown(name), string.Join(", ", known.Select(one => one.Name).Append(Asked.PageName).Append(Asked.CountName))];
        if (values is not [{ } value] || !IsText(value) || filter.Read(value) is null)
            return texts["‘{0}’ past niet bij ‘{1}’. Een voorbeeld dat wel past: {2}.", Shown(values.ToString()), filter.Name, filter.Example];
        if (!await filter.IsThere(places, value, ct))
            return texts["‘{0}’ kennen we niet als ‘{1}’.", Shown(value), filter.Name];

        filters.Add((filter, value));
        return null;
    }

    private static bool ReadNumber(StringValues values, int most, out int number)
    {
        number = 1;
        return values is [{ } value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
    }

    private static bool IsText(string value) => value.Length is > 0 and <= LongestValue && !value.Any(char.IsControl);

    private static string Shown(string value) => value.Length > LongestValue ? $"{value[..LongestValue]}…" : value;
}
