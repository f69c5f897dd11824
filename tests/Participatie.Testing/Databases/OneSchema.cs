using System.Diagnostics.CodeAnalysis;
using Dapper;

namespace Participatie.Testing.Databases;

/// <summary>
/// All databases of one kind have the same tables: what Dapper writes at run time for a statement serves the next database
/// too. Otherwise it writes it anew for each test, which costs a quarter of the run.
/// </summary>
internal sealed class OneSchema : IEqualityComparer<string>
{
    public static void Use() => SqlMapper.ConnectionStringComparer = new OneSchema();

    public bool Equals(string? x, string? y) => IsSqlite(x) == IsSqlite(y);

    public int GetHashCode([DisallowNull] string obj) => IsSqlite(obj) ? 1 : 0;

    private static bool IsSqlite(string? connection) => connection?.Contains("Data Source", StringComparison.OrdinalIgnoreCase) is true;
}
