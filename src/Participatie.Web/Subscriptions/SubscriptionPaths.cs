using Participatie.Web.Reading.Feeds;

namespace Participatie.Web.Subscriptions;

/// <summary>Where the pages of this feature are.</summary>
public static class SubscriptionPaths
{
    public const string Form = "/berichten";

    /// <summary>The form, with a choice made already.</summary>
    public static string FormFor(FeedOwner owner) => owner.Path.Length == 0 ? Form : $"{Form}?van={owner.Path}";

    public static string Confirm(string link) => $"{Form}/bevestigen/{link}";

    public static string Stop(string link) => $"{Form}/stoppen/{link}";

    /// <summary>Says what happened, after it did.</summary>
    public static string Done(string what) => $"{Form}/klaar/{what}";
}
