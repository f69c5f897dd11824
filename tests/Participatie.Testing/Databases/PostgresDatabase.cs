using Npgsql;

namespace Participatie.Testing.Databases;

/// <summary>A database in the tests' cluster, copied from one that has been migrated already.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private readonly PostgresCluster cluster;
    private readonly string name;

    private PostgresDatabase(PostgresCluster cluster, string name)
    {
        this.cluster = cluster;
        this.name = name;
        ConnectionString = cluster.ConnectionStringTo(name);
    }

    public override string ConnectionString { get; }

    public static async Task<PostgresDatabase> CreateAsync(PostgresCluster cluster, bool migrated)
    {
        var fresh = $"participatie_{Guid.NewGuid():n}";
        var template = migrated ? await cluster.TemplateAsync() : "template0";
        await cluster.ExecuteAsync($"create database {fresh} template {template} strategy file_copy");
        return new PostgresDatabase(cluster, fresh);
    }

    protected override async ValueTask DropAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await cluster.ExecuteAsync($"drop database {name} with (force)");
    }
}
