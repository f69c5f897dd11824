using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Participatie.Web.Data;

/// <summary>Statements for many rows: one journey to PostgreSQL, one prepared statement on SQLite.</summary>
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

        await using var batch = EachOf(tx, sql, rows);
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

        using var batch = EachOf(tx, sql, rows);
        batch.Prepare();
        batch.ExecuteNonQuery();
        return Changed(batch);
    }

    /// <summary>
    /// Runs the statement over all rows: together on PostgreSQL, where to begin a statement costs as much as a row or two,
    /// one after another on SQLite. The rows must not concern each other.
    /// </summary>
    /// <param name="sql">Writes at most one row for each of its table <c>given</c>.</param>
    /// <param name="rows">The properties of a row are the columns of <c>given</c>.</param>
    /// <param name="keyColumn">What tells the written rows apart.</param>
    /// <param name="key">The same of a row that is given; no two have the same.</param>
    /// <returns>The rows for which it wrote one.</returns>
    public static IReadOnlyList<T> ExecuteTogether<T>(this DbTransaction tx, string sql, IReadOnlyList<T> rows, string keyColumn, Func<T, object> key)
    {
        if (rows.Count == 0)
            return [];
        if (!tx.Connection!.CanCreateBatch)
            return [.. rows.Zip(OneByOne(tx, $"{Given<T>("values ({0})")} {sql}", rows)).Where(done => done.Second > 0).Select(done => done.First)];

        using var command = Command(tx, $"{Given<T>("select * from unnest({0})")} {sql} returning {keyColumn}");
        foreach (var column in ColumnsOf<T>())
        {
            var values = Array.CreateInstance(column.PropertyType, rows.Count);
            for (var row = 0; row < rows.Count; row++)
                values.SetValue(column.GetValue(rows[row]), row);
            command.Parameters.Add(New(command.CreateParameter(), column).With(column, values));
        }

        command.Prepare();
        var written = new HashSet<object>(rows.Count);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            written.Add(Comparable(reader.GetValue(0)));
        return [.. rows.Where(row => written.Contains(Comparable(key(row))))];
    }

    private static object Comparable(object key) => key is byte[] bytes ? Convert.ToHexString(bytes) : key;

    private static string Given<T>(string table)
    {
        var names = ColumnsOf<T>().Select(column => column.Name).ToList();
        return $"with given ({string.Join(", ", names)}) as ({string.Format(CultureInfo.InvariantCulture, table, string.Join(", ", names.Select(name => $"@{name}")))})";
    }

    private static DbBatch EachOf<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        var batch = tx.Connection!.CreateBatch();
        batch.Transaction = tx;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var column in ColumnsOf<T>())
                command.Parameters.Add(New(command.CreateParameter(), column).With(column, column.GetValue(row)));
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static int[] Changed(DbBatch batch) => [.. batch.BatchCommands.Select(command => command.RecordsAffected)];

    private static int[] OneByOne<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        using var command = Command(tx, sql);
        var parameters = ColumnsOf<T>().Select(column => New(command.CreateParameter(), column)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();

        var changed = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (parameter, column) in parameters.Zip(ColumnsOf<T>()))
                parameter.With(column, column.GetValue(rows[row]));
            changed[row] = command.ExecuteNonQuery();
        }

        return changed;
    }

    private static DbCommand Command(DbTransaction tx, string sql)
    {
        var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = sql;
        return command;
    }

    private static PropertyInfo[] ColumnsOf<T>() => Columns.GetOrAdd(typeof(T), static type => type.GetProperties());

    private static DbParameter New(DbParameter parameter, PropertyInfo column)
    {
        parameter.ParameterName = $"@{column.Name}"; // without the sign SQLite tries several
        return parameter;
    }

    private static DbParameter With(this DbParameter parameter, PropertyInfo column, object? value)
    {
        // PostgreSQL cannot tell the type of an id that is missing.
        if (value is null && column.PropertyType == typeof(Guid?))
            parameter.DbType = DbType.Guid;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
