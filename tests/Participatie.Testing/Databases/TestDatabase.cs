using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Testing.Databases;

/// <summary>A fresh database of its own; gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly Lazy<DbDataSource> source;

    static TestDatabase() => OneSchema.Use();

    protected TestDatabase() => source = new Lazy<DbDataSource>(() => Web.Data.Databases.Open(ConnectionString));

    public abstract string ConnectionString { get; }

    public DbDataSource Source => source.Value;

    /// <summary>A database with the whole schema and nothing in it. Skips the test when this kind cannot be had here.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        RowMapping.Register();
        return kind == DatabaseKind.Postgres
            ? await PostgresDatabase.CreateAsync(await PostgresCluster.SharedAsync(), migrated: true)
            : await SqliteDatabase.CreateMigratedAsync();
    }

    /// <summary>A database without any table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        RowMapping.Register();
        return kind == DatabaseKind.Postgres
            ? await PostgresDatabase.CreateAsync(await PostgresCluster.SharedAsync(), migrated: false)
            : new SqliteDatabase();
    }

    /// <summary>Another node's view of the same database.</summary>
    public DbDataSource OpenAgain() => Web.Data.Databases.Open(ConnectionString);

    public async ValueTask DisposeAsync()
    {
        if (source.IsValueCreated)
            await source.Value.DisposeAsync();
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask DropAsync();
}
