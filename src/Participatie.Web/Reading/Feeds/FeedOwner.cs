using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>Whose news a feed brings: of all tables, of an area or of a table.</summary>
/// <param name="Name">Null for all.</param>
/// <param name="Path">Where the owner's page is; a feed stands below it. Empty for all.</param>
/// <param name="Area">The area, where it is one.</param>
/// <param name="Table">The table, where it is one.</param>
public sealed record FeedOwner(string? Name, string Path, string? Area = null, Guid? Table = null)
{
    public static readonly FeedOwner All = new(null, "");

    public static FeedOwner Of(PlaceRow area) => new(area.Name, AreaPath(area.Slug), Area: area.Slug);

    public static FeedOwner Of(PlaceTableRow table) => new(table.Name, TablePath(table.Slug), Table: table.Id);

    public static string AreaPath(string slug) => $"/wijken/{slug}";

    public static string TablePath(string slug) => $"/tafels/{slug}";

    /// <summary>What people call it.</summary>
    public string NameIn(IStringLocalizer<Texts> texts) => Name ?? texts["alle tafels"];

    /// <summary>The page that people read.</summary>
    public string Page => Path.Length == 0 ? "/" : Path;

    /// <summary>What is the owner's, of a query that names the tables <c>t</c>; its parameters are this record.</summary>
    public string Condition => Area is not null ? "t.area = @Area" : Table is not null ? "t.id = @Table" : "1 = 1";
}
