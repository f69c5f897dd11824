using System.Data;
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
}
