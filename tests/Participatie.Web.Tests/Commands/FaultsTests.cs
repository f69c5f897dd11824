using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Participatie.Testing;

namespace Participatie.Web.Tests.Commands;

/// <summary>What an administrator did wrong is one sentence on standard error and an exit code, whichever command it was.</summary>
public sealed class FaultsTests : IDisposable
{
    private const string AnyPort = "--urls=http://127.0.0.1:0";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Commands => ["serve", "migrate"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_connection_string_that_cannot_be_read(string command) =>
        AssertOneSentence("The connection string ConnectionStrings:Main cannot be read: ", await RunAsync(command, "Nonsense"));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_database_that_is_a_folder(string command) =>
        AssertOneSentence("The database file cannot be opened: ", await RunAsync(command, $"Data Source={folder.Name}"));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_file_that_is_no_database(string command)
    {
        var file = folder.File("letter.txt");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("Dear neighbours, ", 100)), Ct);

        AssertOneSentence("The database file is not a readable SQLite database: ", await RunAsync(command, $"Data Source={file}"));
    }

    [Fact]
    public async Task A_database_that_may_only_be_read()
    {
        var file = folder.File("participatie.db");
        Assert.Equal(0, (await RunAsync("migrate", $"Data Source={file}")).ExitCode);

        AssertOneSentence("The database file is read-only: ", await RunAsync("serve", $"Data Source={file};Mode=ReadOnly"));
    }

    [Fact]
    public async Task A_database_that_another_program_keeps_locked()
    {
        var connectionString = $"Data Source={folder.File("participatie.db")};Pooling=False";
        await using var other = new SqliteConnection(connectionString);
        await other.OpenAsync(Ct);
        await using var holding = await other.BeginTransactionAsync(Ct);

        AssertOneSentence("The database file is locked by another program: ", await RunAsync("migrate", connectionString));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_PostgreSQL_that_is_not_there(string command) =>
        AssertOneSentence("The database does not answer: ", await RunAsync(command, $"Host={folder.Name};Database=participatie;Username=nobody"));

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var neighbour = new TcpListener(IPAddress.Loopback, 0);
        neighbour.Start();

        var ending = await ServeAsync($"--urls=http://{neighbour.LocalEndpoint}");

        AssertOneSentence($"The website cannot be served at 'http://{neighbour.LocalEndpoint}': Failed to bind to address http://{neighbour.LocalEndpoint}: address already in use.", ending);
    }

    [Fact]
    public async Task An_address_that_cannot_be_read()
    {
        var ending = await ServeAsync("--urls=nonsense");

        AssertOneSentence("The website cannot be served at 'nonsense': Invalid url: 'nonsense'", ending);
    }

    [Fact]
    public async Task A_theme_that_is_not_there()
    {
        var theme = folder.File("huisstijl.css");

        AssertOneSentence($"The theme of Participatie:Theme cannot be read: Could not find file '{theme}'.", await ServeAsync($"--Participatie:Theme={theme}"));
    }

    [Fact]
    public async Task A_theme_that_is_large()
    {
        var theme = folder.File("huisstijl.css");
        await File.WriteAllTextAsync(theme, new string(' ', 100 * 1024), Ct);

        AssertOneSentence($"The theme '{theme}' is 100 KB: residents on a slow line would wait for more than 32 KB.", await ServeAsync($"--Participatie:Theme={theme}"));
    }

    [Fact]
    public async Task A_setting_that_cannot_be()
    {
        AssertOneSentence("The configuration cannot be used: KeepFor is no time, or KeepMegabytes is not above 0.", await ServeAsync("--Participatie:Reading:KeepMegabytes=0"));
        AssertOneSentence("The configuration cannot be used: ", await ServeAsync("--Minutes:LargestAttachmentMegabytes=51"));
        AssertOneSentence("The configuration cannot be used: DataAnnotation validation failed for 'SecurityOptions'", await ServeAsync("--Participatie:Security:Contact=beveiliging@tafel.example"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Ending> RunAsync(string command, string connectionString, params string[] settings) => Terminal.RunAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__Main"] = connectionString },
        [command, AnyPort, .. settings]);

    /// <summary>Serves on a database that is well, with a setting that is not.</summary>
    private Task<Ending> ServeAsync(string setting) => RunAsync("serve", $"Data Source={folder.File("participatie.db")}", setting);

    private static void AssertOneSentence(string beginning, Ending ending)
    {
        Assert.Equal(1, ending.ExitCode);
        Assert.StartsWith(beginning, ending.Errors, StringComparison.Ordinal);
        Assert.Single(ending.Errors.TrimEnd().Split('\n'));
        Assert.Empty(ending.Output);
    }
}
