namespace Participatie.Web.Polls.Aids;

/// <summary>
/// What a facilitator brought for who reads with difficulty. It belongs to words: once those change, nobody sees a
/// picture of something else or hears another question than is asked.
/// </summary>
public sealed record PollAids
{
    public static readonly PollAids None = new();

    /// <summary>By the Dutch words of an option.</summary>
    public IReadOnlyDictionary<string, Picture> Pictures { get; init; } = new Dictionary<string, Picture>(StringComparer.Ordinal);

    /// <summary>The SHA-256 of each sound, by the words that are spoken in it: Dutch or translated.</summary>
    public IReadOnlyDictionary<string, string> Recordings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The SHA-256 of all of them.</summary>
    public IReadOnlySet<string> Files => Pictures.Values.Select(picture => picture.Sha256).Concat(Recordings.Values).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where to hear these words; null where nobody spoke them.</summary>
    public string? RecordingOf(string words) => Recordings.TryGetValue(words, out var sound) ? PollMedia.AddressOf(sound) : null;
}

/// <summary>A picture or pictogram beside an option.</summary>
/// <param name="Alt">What there is to see, in Dutch, for who cannot.</param>
public sealed record Picture(string Sha256, string Alt)
{
    public string Address => PollMedia.AddressOf(Sha256);
}
