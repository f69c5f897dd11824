using System.Data.Common;
using Dapper;

namespace Participatie.Web.Data;

/// <summary>Dapper with the cancellation token last: the same few words on a data source and inside a transaction.</summary>
public static class Sql
{
    public static async Task<IReadOnlyList<T>> QueryAsync<T>(this DbDataSource db, string sql, object? args, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct))).AsList();
    }

    /// <summary>The one row asked for, or the default when there is none.</summary>
    public static async Task<T?> FindAsync<T>(this DbDataSource db, string sql, object? args, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct));
    }

    /// <summary>The number of rows changed.</summary>
    public static async Task<int> ExecuteAsync(this DbDataSource db, string sql, object? args, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var changed = await connection.ExecuteAsync(new CommandDefinition(sql, args, cancellationToken: ct));
        Edition.Renew(db);
        return changed;
    }

    /// <summary>Like <see cref="ExecuteAsync(DbDataSource, string, object?, CancellationToken)"/>, for what no public page shows: without a new <see cref="Edition"/>.</summary>
    public static async Task<int> ExecutePrivatelyAsync(this DbDataSource db, string sql, object? args, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, args, cancellationToken: ct));
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits. On SQLite it begins immediate: whoever reads in it
    /// may rely on what it read. Work that throws is rolled back.
    /// </summary>
    public static async Task<T> TransactAsync<T>(this DbDataSource db, Func<DbTransaction, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await work(transaction);
        await transaction.CommitAsync(ct);
        Edition.Renew(db);
        return result;
    }

    public static async Task<IReadOnlyList<T>> QueryAsync<T>(this DbTransaction tx, string sql, object? args, CancellationToken ct) =>
        (await tx.Connection!.QueryAsync<T>(new CommandDefinition(sql, args, tx, cancellationToken: ct))).AsList();

    public static async Task<T?> FindAsync<T>(this DbTransaction tx, string sql, object? args, CancellationToken ct) =>
        await tx.Connection!.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, args, tx, cancellationToken: ct));

    public static Task<int> ExecuteAsync(this DbTransaction tx, string sql, object? args, CancellationToken ct) =>
        tx.Connection!.ExecuteAsync(new CommandDefinition(sql, args, tx, cancellationToken: ct));

    /// <summary>Like <see cref="TransactAsync"/>, on a thread that may wait, and without a new <see cref="Edition"/>.</summary>
    public static T Transact<T>(this DbDataSource db, Func<DbTransaction, T> work)
    {
        using var connection = db.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var result = work(transaction);
        transaction.Commit();
        return result;
    }

    public static IReadOnlyList<T> Query<T>(this DbTransaction tx, string sql, object? args) => tx.Connection!.Query<T>(sql, args, tx).AsList();

    public static T? Find<T>(this DbTransaction tx, string sql, object? args) => tx.Connection!.QuerySingleOrDefault<T>(sql, args, tx);

    public static int Execute(this DbTransaction tx, string sql, object? args) => tx.Connection!.Execute(sql, args, tx);

    /// <summary>The name of an enumeration's value as the database keeps it.</summary>
    public static string Stored<T>(this T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();
}
