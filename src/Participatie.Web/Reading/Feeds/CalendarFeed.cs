using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>A calendar that people subscribe to.</summary>
/// <param name="Path">Where it is on this site.</param>
/// <param name="Address">The same as a full address, to copy.</param>
/// <param name="Owner">Whose meetings are in it.</param>
public sealed record CalendarFeed(string Path, string Address, string Owner)
{
    public const string MediaType = "text/calendar";

    public const string OfAll = "/agenda.ics";

    /// <summary>The calendar of an owner; <paramref name="name"/> is what to call it.</summary>
    public static CalendarFeed Of(FeedOwner owner, string name, HttpRequest request, PublicAddress address)
    {
        var path = owner.Path + OfAll;
        return new(path, address.Of(request, path), name);
    }

    /// <summary>The address by which a phone or computer opens its calendar and offers to subscribe.</summary>
    public string Subscription => $"webcal{Address[Address.IndexOf("://", StringComparison.Ordinal)..]}";
}
