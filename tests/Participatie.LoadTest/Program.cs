using System.CommandLine;
using Participatie.LoadTest.Commands;

namespace Participatie.LoadTest;

public static class Program
{
    private static readonly TimeSpan TimeToTidyUp = TimeSpan.FromSeconds(30);

    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand(
            "Halls full of phones for Participatie: what a vote costs beside a bare SignalR hub on the same machine, and whether every confirmed vote is counted whatever breaks.")
        {
            HallCommand.Create(),
            CrashCommand.Create(),
            FaultsCommand.Create(),
            GrowthCommand.Create(),
            JoiningCommand.Create(),
            ReconnectCommand.Create(),
            SearchCommand.Create(),
            PagesCommand.Create(),
            FloorCommand.Create(),
        };

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToTidyUp });
        }
        catch (LoadTestFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
