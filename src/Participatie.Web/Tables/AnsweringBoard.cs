namespace Participatie.Web.Tables;

/// <summary>Who answers a table as a rule: the board of its area, the first by name where there are more.</summary>
public static class AnsweringBoard
{
    /// <summary>The id of the board that answers table <c>t</c>; null where there is none.</summary>
    public const string OfTableSql = "(select id from tables where area = t.area and kind = 'board' and id <> t.id order by name limit 1)";
}
