namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>How what belongs to a meeting finds its table and area, for filters and for readers.</summary>
public static class MeetingPlace
{
    public const string JoinSql =
        """
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        """;

    public const string ColumnsSql = "t.slug as table_slug, t.name as table_name, a.slug as area_slug, a.name as area_name";

    /// <summary>The newest meeting first.</summary>
    public const string OrderSql = "m.starts_at desc, m.id desc";
}
