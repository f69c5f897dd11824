using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;

namespace Participatie.LoadTest.Venues;

/// <summary>Participatie on a fresh database of either kind, in a temporary folder; all of it is gone when disposed.</summary>
internal sealed class Premises : IAsyncDisposable
{
    private readonly Workplace workplace;

    private Premises(Workplace workplace, DiskFaults? faults, Database database, string connectionString, ParticipatieVenue venue)
    {
        this.workplace = workplace;
        Faults = faults;
        Database = database;
        ConnectionString = connectionString;
        Venue = venue;
    }

    public Database Database { get; }

    public string ConnectionString { get; }

    /// <summary>What can be done to the disk, when that was asked for.</summary>
    public DiskFaults? Faults { get; }

    public ParticipatieVenue Venue { get; }

    /// <summary>Makes it all.</summary>
    /// <param name="kind">The kind of database.</param>
    /// <param name="people">So many passes are made.</param>
    /// <param name="breakable">Can its disk become slow or full?</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Premises> OpenAsync(DatabaseKind kind, int people, bool breakable, CancellationToken ct)
    {
        var place = new Workplace();
        Database? made = null;
        try
        {
            var disk = breakable ? await DiskFaults.PrepareAsync(place, ct) : null;
            made = await Database.StartAsync(kind, place, disk);
            var connection = await made.CreateAsync("participatie");
            return new Premises(place, disk, made, connection, await ParticipatieVenue.StartAsync(made, connection, place, people, ct));
        }
        catch
        {
            await CloseAsync(made, place);
            throw;
        }
    }

    /// <summary>Opens the bare hub on a database of its own beside it.</summary>
    public Task<FloorVenue> OpenFloorAsync(Web.Live.Snapshot example, CancellationToken ct) => FloorVenue.StartAsync(Database, workplace, example, ct);

    public async ValueTask DisposeAsync()
    {
        await Venue.DisposeAsync();
        await CloseAsync(Database, workplace);
    }

    private static async Task CloseAsync(Database? database, Workplace workplace)
    {
        if (database is not null)
            await database.DisposeAsync();
        workplace.Dispose();
    }
}
