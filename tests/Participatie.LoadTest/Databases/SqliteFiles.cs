using Participatie.LoadTest.Machine;

namespace Participatie.LoadTest.Databases;

/// <summary>Files in the workplace. The server itself writes them, so it is the server whose disk has faults.</summary>
internal sealed class SqliteFiles(Workplace workplace, DiskFaults? faults) : Database
{
    public override IReadOnlyDictionary<string, string> ServerEnvironment => faults?.Environment ?? base.ServerEnvironment;

    public override Task<string> CreateAsync(string name) => Task.FromResult($"Data Source={workplace.PathOf($"{name}.db")}");
}
