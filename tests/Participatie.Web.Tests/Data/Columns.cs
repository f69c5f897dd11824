using System.Data.Common;

namespace Participatie.Web.Tests.Data;

internal static class Columns
{
    /// <summary>The names of a table's columns, as the database itself tells them.</summary>
    public static async Task<IReadOnlyList<string>> ColumnsAsync(this DbDataSource db, string table, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select * from {table} limit 0");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return [.. (await reader.GetColumnSchemaAsync(ct)).Select(column => column.ColumnName)];
    }
}
