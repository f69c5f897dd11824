using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Testing;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Adopting;

namespace Participatie.Web.Tests.Minutes;

/// <summary>The actions around minutes, on a database without a server around it.</summary>
internal static class MinutesActions
{
    public static IOptions<MinutesOptions> Limits => Options.Create(new MinutesOptions { LongestText = 1_000 });

    public static MinutesDesk Desk(DbDataSource db, Guid meetingId) =>
        new(meetingId, new MinutesStore(db), Save(db), Share(db), Adopt(db), new ReopenMinutes(db, TimeProvider.System), Publish(db));

    public static SaveMinutes Save(DbDataSource db) => new(new MinutesStore(db), Limits, TimeProvider.System);

    public static ShareMinutes Share(DbDataSource db) => new(db, new MinutesStore(db), MinutesReading.New(), TimeProvider.System);

    public static AdoptMinutes Adopt(DbDataSource db) => new(db, new MinutesStore(db), new AdoptingPolls(db), TimeProvider.System);

    public static PublishMinutes Publish(DbDataSource db) => new(db, MinutesReading.New(), TimeProvider.System);
}
