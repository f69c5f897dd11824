using Participatie.LoadTest.Phones;

namespace Participatie.LoadTest.Venues;

/// <summary>Where a hall full of phones meets: Participatie, or the bare hub that it is compared with.</summary>
internal abstract class Venue : IAsyncDisposable
{
    /// <summary>So many people come in at the same moment.</summary>
    public const int Doorway = 600;

    public abstract string Name { get; }

    /// <summary>The process of the server; null when it runs elsewhere.</summary>
    public abstract int? Process { get; }

    /// <summary>Does it count and publish what was voted?</summary>
    public abstract bool Publishes { get; }

    /// <summary>Lets people in, at most <see cref="Doorway"/> of them at once. Their phones are not connected yet.</summary>
    public abstract Task<Entrance> EnterAsync(int people, Audience audience, CancellationToken ct);

    public abstract Task<Guid> AddPollAsync(string question, CancellationToken ct);

    public abstract Task OpenAsync(Guid pollId, CancellationToken ct);

    public abstract Task CloseAsync(Guid pollId, CancellationToken ct);

    public abstract Task ReleaseAsync(Guid pollId, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The phones that came in.</summary>
/// <param name="Phones">They are not connected yet.</param>
/// <param name="Waves">How long it took the people of each wave, all pressing at once; none where nobody has to press.</param>
internal sealed record Entrance(IReadOnlyList<Phone> Phones, IReadOnlyList<IReadOnlyList<TimeSpan>> Waves);
