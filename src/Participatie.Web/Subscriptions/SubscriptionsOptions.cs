using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Subscriptions;

/// <summary>Limits that keep strangers from sending mail to others in our name; section <see cref="Section"/> of the configuration.</summary>
public sealed class SubscriptionsOptions
{
    public const string Section = "Participatie:Subscriptions";

    /// <summary>So long a request that nobody confirms is kept, and its link works.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan ConfirmWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>So long after a request another one for the same sends no second mail.</summary>
    public TimeSpan PauseBetweenRequests { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>So often the same may be requested before it is confirmed.</summary>
    [Range(1, 100)]
    public int MostRequests { get; set; } = 3;

    /// <summary>So many requests of one address may wait to be confirmed.</summary>
    [Range(1, 100)]
    public int MostPerAddress { get; set; } = 5;

    /// <summary>So many requests of all people together are taken in an hour.</summary>
    [Range(1, 100_000)]
    public int MostPerHour { get; set; } = 300;
}
