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

    public override IReadOnlyList<int> Processes => Linux.FamilyOf(Postmaster);

    public override string FillBallotsSql =>
        """
        insert into ballots (poll_id, ballot_key, attempt, choices)
        select @poll, decode(md5(random()::text || n), 'hex'), 1, '0' from generate_series(1, @count) n
        """;

    public static async Task<PostgresCluster> StartAsync(Workplace workplace, DiskFaults? faults)
    {
        var place = workplace.PathOf("pg");
        var output = await ScriptAsync(["start", place, .. Settings], faults?.Environment);
        var cluster = new PostgresCluster(place, output.Trim().Split('\n')[^1]);
        await cluster.ExecuteAsync("create extension pg_stat_statements");
        return cluster;
    }

    public override async Task<string> CreateAsync(string name)
    {
        await ExecuteAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public override async Task FillAsync(string connectionString, Func<Task> fill)
    {
        await using var source = NpgsqlDataSource.Create($"{connectionString};Command Timeout=0");
        await using var find = source.CreateCommand("select indexdef from pg_indexes where indexname = 'document_terms_by_term'");
        var definition = (string)(await find.ExecuteScalarAsync())!;
        await using var drop = source.CreateCommand("drop index document_terms_by_term");
        await drop.ExecuteNonQueryAsync();
        await fill();
        await using var make = source.CreateCommand(definition);
        await make.ExecuteNonQueryAsync();
        await using var likeBefore = source.CreateCommand("alter index document_terms_by_term alter column 1 set statistics 0");
        await likeBefore.ExecuteNonQueryAsync();
        await using var settle = source.CreateCommand("vacuum analyze");
        await settle.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyDictionary<string, long>?> StatementsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(StatementsSql);
        command.Parameters.AddWithValue("name", new NpgsqlConnectionStringBuilder(connectionString).Database!);
        await using var reader = await command.ExecuteReaderAsync();
        var statements = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            statements[reader.GetString(0)] = reader.GetInt64(1);
        return statements;
    }

    private const string StatementsSql =
        """
        select   s.query, sum(s.calls)::bigint
        from     pg_stat_statements s
        join     pg_database d on d.oid = s.dbid
        where    d.datname = @name
        group by s.query
        """;

    /// <summary>All its processes stand still; connections stay open.</summary>
    public override async Task<IAsyncDisposable> SilenceAsync(string connectionString)
    {
        var family = Linux.FamilyOf(Postmaster);
        await Linux.SignalAsync("STOP", family);
        return new Silence(family);
    }

    public override async ValueTask DisposeAsync()
    {
        await ScriptAsync(["stop", folder], environment: null);
        await base.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
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

    private sealed class Silence(IReadOnlyList<int> family) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(Linux.SignalAsync("CONT", family));
    }
}
