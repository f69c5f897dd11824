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
    public static async Task<IReadOnlyList<int>> ExecuteEachAsync<T>(this DbTransaction tx, string sql, IReadOnlyList<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0 || !tx.Connection!.CanCreateBatch)
            return tx.ExecuteEach(sql, rows); // SQLite works on the thread that asks in any case

        await using var batch = Batch(tx, sql, rows);
        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
        return Changed(batch);
    }

    /// <summary>The same, on a thread that may wait.</summary>
    public static IReadOnlyList<int> ExecuteEach<T>(this DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0)
            return [];
        if (!tx.Connection!.CanCreateBatch)
            return OneByOne(tx, sql, rows);

        using var batch = Batch(tx, sql, rows);
        batch.Prepare();
        batch.ExecuteNonQuery();
        return Changed(batch);
    }

    private static DbBatch Batch<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        var batch = tx.Connection!.CreateBatch();
        batch.Transaction = tx;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var column in ColumnsOf<T>())
                command.Parameters.Add(Set(New(command.CreateParameter(), column), column, row));
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static int[] Changed(DbBatch batch) => [.. batch.BatchCommands.Select(command => command.RecordsAffected)];

    private static int[] OneByOne<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        using var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = sql;
        var parameters = ColumnsOf<T>().Select(column => New(command.CreateParameter(), column)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();

        var changed = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (parameter, column) in parameters.Zip(ColumnsOf<T>()))
                Set(parameter, column, rows[row]);
            changed[row] = command.ExecuteNonQuery();
        }

        return changed;
    }

    private static PropertyInfo[] ColumnsOf<T>() => Columns.GetOrAdd(typeof(T), static type => type.GetProperties());

    private static DbParameter New(DbParameter parameter, PropertyInfo column)
    {
        parameter.ParameterName = $"@{column.Name}"; // without the sign SQLite tries several

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
