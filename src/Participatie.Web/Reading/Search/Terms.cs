using System.Globalization;
using System.Text;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Search;

/// <summary>
/// The terms under which a document is kept: its words and their stems, and with a mark what one can filter by. Filters are
/// terms like words, so that the index itself meets all conditions at once.
/// </summary>
public static class Terms
{
    /// <summary>In UTF-8. PostgreSQL keeps at most 1 MB of terms and their beginnings; real minutes have a tenth of this.</summary>
    private const int MostBytes = 150_000;

    /// <summary>The terms of a document, between spaces.</summary>
    public static string Of(Document document, DocumentPlace place)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var room = MostBytes;
        foreach (var term in All(document, place))
        {
            if (terms.Add(term) && (room -= Encoding.UTF8.GetByteCount(term) + 1) <= 0)
                break;
        }

        return string.Join(' ', terms);
    }

    public static string OfArea(string slug) => $"=area:{slug}";

    public static string OfTheme(string name) => $"=theme:{Slug.From(name)}";

    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"=year:{year}");

    public static string OfKind(DocumentKind kind) => $"=kind:{kind.Stored()}";

    private static IEnumerable<string> All(Document document, DocumentPlace place) =>
    [
        OfKind(document.Kind),
        OfArea(place.AreaSlug),
        OfYear(DutchTime.Local(document.HappenedAt).Year),
        .. document.Themes.Select(OfTheme),
        .. In($"{document.Title} {place.TableName} {place.AreaName}"),
        .. In(document.Body),
    ];

    private static IEnumerable<string> In(string text) =>
        Words.In(text).Select(word => word.Letters).Distinct(StringComparer.Ordinal).SelectMany(letters => (string[])[letters, DutchStem.Of(letters)]);
}
