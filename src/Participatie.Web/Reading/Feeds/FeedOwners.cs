namespace Participatie.Web.Reading.Feeds;

/// <summary>Finds whose page a path is.</summary>
public sealed class FeedOwners(PublicPlaces places)
{
    /// <summary>The owner with this <see cref="FeedOwner.Path"/>, or null.</summary>
    public async Task<FeedOwner?> FindAsync(string path, CancellationToken ct) => path.Split('/') switch
    {
        [""] => FeedOwner.All,
        ["", "wijken", var slug] => await places.FindAreaAsync(slug, ct) is { } area ? FeedOwner.Of(area) : null,
        ["", "tafels", var slug] => await places.FindTableAsync(slug, ct) is { } table ? FeedOwner.Of(table) : null,
        _ => null,
    };
}
