using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Participatie.Web.Data;

/// <summary>Statements for many rows: one journey to PostgreSQL, one prepared statement on SQLite.</summary>
public static class ManyRows
{
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
    /// <param name="shared">Its properties are the parameters that all rows share; null when there are none.</param>
    /// <param name="rows">The properties of a row are the columns of <c>given</c>.</param>
    /// <param name="keyColumn">What tells the written rows apart.</param>
    /// <param name="key">The same of a row that is given; no two have the same.</param>
    /// <param name="hold">
    /// A statement on the same journey that goes before, with the shared parameters: what it locks has been waited for when
    /// <paramref name="sql"/> looks.
    /// </param>
    /// <returns>The rows for which it wrote one.</returns>
    public static IReadOnlyList<T> ExecuteTogether<T, TKey>(
        this DbTransaction tx,
        string sql,
        object? shared,
        IReadOnlyList<T> rows,
        string keyColumn,
        Func<T, TKey> key,
        IEqualityComparer<TKey>? equality = null,
        string? hold = null)
    {
        if (rows.Count == 0)
            return [];
        if (!tx.Connection!.CanCreateBatch)
        {
            if (hold is not null)
                tx.Execute(hold, shared);
            var changed = OneByOne(tx, $"{Given<T>("values ({0})")} {sql}", rows, shared);
            return [.. rows.Zip(changed).Where(done => done.Second > 0).Select(done => done.First)];
        }

        using var batch = tx.CreateBatch();
        if (hold is not null)
            batch.Add(hold).With(shared);
        var together = batch.Add($"{Given<T>("select * from unnest({0})")} {sql} returning {keyColumn}").With(shared);
        foreach (var column in Columns<T>.All)
            together.Parameters.Add(together.CreateParameter().Named(column.Name).Set(column.Together(rows)));

        batch.Prepare();
        var written = new HashSet<TKey>(rows.Count, equality);
        using var reader = batch.ExecuteReader();
        while (reader.Read())
            written.Add(reader.GetFieldValue<TKey>(0));
        return [.. rows.Where(row => written.Contains(key(row)))];
    }

    private static string Given<T>(string table)
    {
        var names = Columns<T>.All.Select(column => column.Name).ToList();
        return $"with given ({string.Join(", ", names)}) as ({string.Format(CultureInfo.InvariantCulture, table, string.Join(", ", names.Select(name => $"@{name}")))})";
    }

    private static DbBatch EachOf<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows)
    {
        var batch = tx.CreateBatch();
        foreach (var row in rows)
        {
            var command = batch.Add(sql);
            foreach (var column in Columns<T>.All)
                command.Parameters.Add(command.CreateParameter().Named(column.Name).Set(column.Of(row), column.Type));
        }

        return batch;
    }

    private static DbBatch CreateBatch(this DbTransaction tx)
    {
        var batch = tx.Connection!.CreateBatch();
        batch.Transaction = tx;
        return batch;
    }

    private static DbBatchCommand Add(this DbBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
        return command;
    }

    private static DbBatchCommand With(this DbBatchCommand command, object? shared)
    {
        foreach (var property in PropertiesOf(shared))
            command.Parameters.Add(command.CreateParameter().Named(property.Name).Set(property.GetValue(shared), property.PropertyType));
        return command;
    }

    private static int[] Changed(DbBatch batch) => [.. batch.BatchCommands.Select(command => command.RecordsAffected)];

    private static int[] OneByOne<T>(DbTransaction tx, string sql, IReadOnlyList<T> rows, object? shared = null)
    {
        using var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = sql;
        foreach (var property in PropertiesOf(shared))
            command.Parameters.Add(command.CreateParameter().Named(property.Name).Set(property.GetValue(shared), property.PropertyType));
        var parameters = Columns<T>.All.Select(column => command.CreateParameter().Named(column.Name)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();

        var changed = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < parameters.Length; column++)
                parameters[column].Set(Columns<T>.All[column].Of(rows[row]), Columns<T>.All[column].Type);
            changed[row] = command.ExecuteNonQuery();
        }

        return changed;
    }

    private static PropertyInfo[] PropertiesOf(object? shared) => shared?.GetType().GetProperties() ?? [];

    private static DbParameter Named(this DbParameter parameter, string name)
    {
        parameter.ParameterName = $"@{name}"; // without the sign SQLite tries several
        return parameter;
    }

    private static DbParameter Set(this DbParameter parameter, object? value, Type? type = null)
    {
        // PostgreSQL cannot tell the type of an id that is missing.
        if (value is null && type == typeof(Guid?))
            parameter.DbType = DbType.Guid;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }

    private static class Columns<T>
    {
        public static readonly Column<T>[] All = [.. typeof(T).GetProperties().Select(Column<T>.Of)];
    }

    private abstract class Column(PropertyInfo property)
    {
        public string Name => property.Name;

        public Type Type => property.PropertyType;
    }

    /// <summary>A column of a row, read without the cost of reflection: a hall has thousands.</summary>
    private abstract class Column<T>(PropertyInfo property) : Column(property)
    {
        public abstract object? Of(T row);

        /// <summary>The column of all rows, as an array of its own type.</summary>
        public abstract Array Together(IReadOnlyList<T> rows);

        public static Column<T> Of(PropertyInfo property) =>
            (Column<T>)Activator.CreateInstance(typeof(Column<,>).MakeGenericType(typeof(T), property.PropertyType), property)!;
    }

    private sealed class Column<T, TValue>(PropertyInfo property) : Column<T>(property)
    {
        private readonly Func<T, TValue> read = property.GetMethod!.CreateDelegate<Func<T, TValue>>();

        public override object? Of(T row) => read(row);

        public override Array Together(IReadOnlyList<T> rows)
        {
            var values = new TValue[rows.Count];
            for (var row = 0; row < values.Length; row++)
                values[row] = read(rows[row]);
            return values;
        }
    }
}
