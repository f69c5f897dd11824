using Dapper;

namespace Participatie.Web.Reading.OpenData;

/// <summary>What somebody asks of a dataset: which of it, and which page of that.</summary>
public sealed record Asked(IReadOnlyList<(Filter Filter, string Value)> Filters, int Page, int Count)
{
    public const int UsualCount = 50;
    public const int MostCount = 100;

    /// <summary>In the address: which page, from 1.</summary>
    public const string PageName = "pagina";

    /// <summary>In the address: how many on a page.</summary>
    public const string CountName = "aantal";

    /// <summary>All of it at once.</summary>
    public static Asked All(params IReadOnlyList<(Filter Filter, string Value)> filters) => new(filters, 1, int.MaxValue);

    public int Skip => (Page - 1) * Count;

    /// <summary>What a query adds to its own condition.</summary>
    public string ConditionSql => string.Concat(Filters.Select(asked => $" and {asked.Filter.Condition}"));

    /// <summary>The parameters of that.</summary>
    public DynamicParameters Parameters()
    {
        var parameters = new DynamicParameters();
        foreach (var (name, value) in Filters.SelectMany(asked => asked.Filter.Read(asked.Value)!))
            parameters.Add(name, value);
        return parameters;
    }
}
