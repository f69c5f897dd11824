using System.Data;
using System.Data.Common;
using Dapper;

namespace Participatie.Web.Data;

/// <summary>
/// A list of values as parameters, for <c>in (…)</c>: no parameter holds a list on both databases. A few lengths only, so
/// that the databases see few different statements.
/// </summary>
public static class InList
{
    private static readonly int[] Lengths = [1, 10, 50, Lookups<Guid, object>.LargestBatch];

    /// <summary>The parameters' names, separated by commas; the parameters are added to <paramref name="args"/>.</summary>
    public static string Of<T>(DynamicParameters args, IReadOnlyList<T> values, DbType type)
    {
        var length = Lengths.First(length => length >= values.Count);
        var names = new string[length];
        for (var index = 0; index < length; index++)
        {
            names[index] = $"@in{index}";
            args.Add(names[index], values[Math.Min(index, values.Count - 1)], type);
        }

        return string.Join(", ", names);
    }

    /// <summary>The rows of any number of ids.</summary>
    /// <param name="sql">The statement, around the list that stands between its brackets.</param>
    /// <returns>In the order of the statement, as far as that is one for each id.</returns>
    public static async Task<IReadOnlyList<T>> QueryOfAsync<T>(this DbDataSource db, Func<string, string> sql, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var rows = new List<T>();
        foreach (var some in ids.Chunk(Lengths[^1]))
        {
            var args = new DynamicParameters();
            rows.AddRange(await db.QueryAsync<T>(sql(Of(args, some, DbType.Guid)), args, ct));
        }

        return rows;
    }
}
