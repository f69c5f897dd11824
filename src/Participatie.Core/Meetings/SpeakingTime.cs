namespace Participatie.Core.Meetings;

/// <summary>On whose behalf somebody speaks. It never says who.</summary>
public enum Side
{
    /// <summary>People who live here.</summary>
    Residents,

    /// <summary>People who are here for their work: social workers, the municipality, the police.</summary>
    Professionals,
}

/// <summary>From this moment this side has the floor; nobody has, where it is null.</summary>
public sealed record FloorTurn(DateTimeOffset At, Side? Side);

/// <summary>How long each side had the floor.</summary>
public sealed record SpeakingTime(TimeSpan Residents, TimeSpan Professionals)
{
    public static readonly SpeakingTime None = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>A shorter time says nothing about who got their share.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    /// <summary>The residents' share, in whole percents, half a percent rounded up; null while nobody has spoken for a minute.</summary>
    public int? ResidentsPercent =>
        Residents + Professionals is var total && total >= Telling
            ? (int)((((Int128)Residents.Ticks * 200) + total.Ticks) / (2 * (Int128)total.Ticks))
            : null;

    /// <summary>Adds up the turns. A turn lasts until the next, and the last one until <paramref name="until"/>.</summary>
    /// <param name="turns">In the order of time.</param>
    public static SpeakingTime Of(IReadOnlyList<FloorTurn> turns, DateTimeOffset until)
    {
        var time = None;
        foreach (var (index, turn) in turns.Index())
        {
            var length = (index + 1 < turns.Count ? turns[index + 1].At : until) - turn.At;
            time = turn.Side switch
            {
                Side.Residents => time with { Residents = time.Residents + length },
                Side.Professionals => time with { Professionals = time.Professionals + length },
                _ => time,
            };
        }

        return time;
    }
}
