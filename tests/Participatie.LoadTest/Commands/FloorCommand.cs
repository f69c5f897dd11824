using System.CommandLine;
using Participatie.LoadTest.Floor;

namespace Participatie.LoadTest.Commands;

/// <summary>The second process of a run; nobody types this.</summary>
internal static class FloorCommand
{
    public const string Name = "floor";

    public static Command Create()
    {
        var database = new Argument<string>("database") { Description = "The connection string." };
        var floor = new Command(Name, "Serves the bare hub that Participatie is compared with.") { database };
        floor.Hidden = true;
        floor.SetAction(async (parsed, ct) =>
        {
            await FloorServer.RunAsync(parsed.GetValue(database)!, ct);
            return 0;
        });
        return floor;
    }
}
