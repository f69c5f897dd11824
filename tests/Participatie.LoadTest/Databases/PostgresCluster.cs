using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Participatie.LoadTest.Machine;

namespace Participatie.LoadTest.Databases;

/// <summary>A PostgreSQL of our own, made by <c>tests/postgres.sh</c>; unlike that of the tests it keeps what it says it keeps.</summary>
internal sealed class PostgresCluster : Database
{
    private static readonly string[] Settings =
        ["fsync = on", "full_page_writes = on", "synchronous_commit = on", "shared_preload_libraries = 'pg_stat_statements'"];

    private readonly string folder;
    private readonly string server;

    private PostgresCluster(string folder, string server)
    {
        this.folder = folder;
        this.server = server;
    }

    /// <summary>The process that all others of the cluster come from.</summary>
    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<PostgresCluster> StartAsync(Workplace workplace, DiskFaults? faults)
    {
        var place = workplace.PathOf("pg");
        var output = await ScriptAsync(["start", place, .. Settings], faults?.Environment);
        return new PostgresCluster(place, output.Trim().Split('\n')[^1]);
    }

    public override async Task<string> CreateAsync(string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        await ScriptAsync(["stop", folder], environment: null);
        await base.DisposeAsync();
    }

    private static async Task<string> ScriptAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "postgres.sh"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await output : throw new LoadTestFault((await errors).Trim());
        }
        catch (Win32Exception fault)
        {
            throw new LoadTestFault("bash is not installed.", fault);
        }
    }
}
