using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Reflection;

namespace Participatie.Web.Data;

/// <summary>One statement for each of many rows: one journey to PostgreSQL, one prepared statement on SQLite.</summary>
public static class ManyRows
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Columns = new();

    /// <summary>Runs the statement for each row, in order.</summary>
    /// <param name="rows">The properties of a row are the parameters of the statement.</param>
    /// <returns>For each row, the number of rows changed.</returns>
    public static async Task<IReadOnlyList<int>> ExecuteEachAsync<T>(this DbTransaction tx, string sql, IReadOnlyList<T> rows, CancellationToken ct) =>
        rows.Count == 0 ? []
        : tx.Connection!.CanCreateBatch ? await TogetherAsync(tx, sql, rows, ct)
        : await OneByOneAsync(tx, sql, rows, ct);

    private static async Task<IReadOnlyList<int>> TogetherAsync<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows, CancellationToken ct)
    {
        await using var batch = tx.Connection!.CreateBatch();
        batch.Transaction = tx;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var column in ColumnsOf<T>())
                command.Parameters.Add(Set(New(command.CreateParameter(), column), column, row));
            batch.BatchCommands.Add(command);
        }

        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private static async Task<IReadOnlyList<int>> OneByOneAsync<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows, CancellationToken ct)
    {
        await using var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = sql;
        var parameters = ColumnsOf<T>().Select(column => New(command.CreateParameter(), column)).ToArray();
        command.Parameters.AddRange(parameters);
        await command.PrepareAsync(ct);

        var changed = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (parameter, column) in parameters.Zip(ColumnsOf<T>()))
                Set(parameter, column, rows[row]);
            changed[row] = await command.ExecuteNonQueryAsync(ct);
        }

        return changed;
    }

    private static PropertyInfo[] ColumnsOf<T>() => Columns.GetOrAdd(typeof(T), static type => type.GetProperties());

    private static DbParameter New(DbParameter parameter, PropertyInfo column)
    {
        parameter.ParameterName = column.Name;

        // PostgreSQL cannot tell the type of an id that is missing.
        if (column.PropertyType == typeof(Guid?))
            parameter.DbType = DbType.Guid;
        return parameter;
    }

    private static DbParameter Set(DbParameter parameter, PropertyInfo column, object? row)
    {
        parameter.Value = column.GetValue(row) ?? DBNull.Value;
        return parameter;
    }
}
