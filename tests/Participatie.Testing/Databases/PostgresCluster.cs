using Npgsql;
using Participatie.Web.Data;

namespace Participatie.Testing.Databases;

/// <summary>
/// The PostgreSQL server of the tests: the one that PARTICIPATIE_TEST_POSTGRES names (its account may create databases),
/// or else a throw-away cluster that is started when the first test asks and stopped with the test run.
/// An assembly fixture: every test assembly that touches PostgreSQL declares it.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Variable = "PARTICIPATIE_TEST_POSTGRES";

    private readonly Lazy<Task> start;
    private readonly Lazy<Task<string>> template;
    private ThrowAwayCluster? own;
    private string server = "";

    public PostgresCluster()
    {
        start = new Lazy<Task>(StartAsync);
        template = new Lazy<Task<string>>(MakeTemplateAsync);
    }

    /// <summary>The cluster of this test assembly. Skips the test when PostgreSQL is not installed here.</summary>
    public static async Task<PostgresCluster> SharedAsync()
    {
        var cluster = await TestContext.Current.GetFixture<PostgresCluster>()
            ?? throw new InvalidOperationException("The test assembly lacks [assembly: AssemblyFixture(typeof(PostgresCluster))].");
        try
        {
            await cluster.start.Value;
        }
        catch (ClusterUnavailableException fault)
        {
            Assert.Skip($"No PostgreSQL: {fault.Message} Install it, or name a server in {Variable}.");
        }

        return cluster;
    }

    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();

    /// <summary>The name of a database with the whole schema.</summary>
    public Task<string> TemplateAsync() => template.Value;

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (template.IsValueCreated && template.Value.IsCompletedSuccessfully)
            await ExecuteAsync($"drop database {await template.Value} with (force)");
        if (own is not null)
            await own.DisposeAsync();
    }

    private async Task StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            server = given;
            return;
        }

        own = await ThrowAwayCluster.StartAsync();
        server = own.ConnectionString;
    }

    private async Task<string> MakeTemplateAsync()
    {
        var name = $"participatie_template_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name} template template0");

        // A database with an open connection, even an idle one in a pool, cannot be copied.
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionStringTo(name)) { Pooling = false };
        await using var db = NpgsqlDataSource.Create(unpooled.ToString());
        await new Migrator(db, TimeProvider.System).RunAsync(CancellationToken.None);
        return name;
    }
}
