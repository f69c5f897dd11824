using System.Data.Common;

namespace Participatie.Testing.Databases;

/// <summary>
/// Tests that touch the database: written once in an abstract class, inherited by one class per database, so that a
/// failure says on which. Every test has a fresh database.
/// </summary>
public abstract class StoreTests(DatabaseKind kind) : IAsyncLifetime
{
    private TestDatabase? database;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TestDatabase Database => database!;

    protected DbDataSource Db => Database.Source;

    protected DatabaseKind Kind => kind;

    public virtual async ValueTask InitializeAsync() => database = await MakeDatabaseAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.CreateAsync(kind);
}
