namespace Participatie.Web.Subscriptions;

/// <summary>One piece of news in a mail.</summary>
/// <param name="Path">The page about it.</param>
/// <param name="At">When it became known.</param>
/// <param name="Words">What it says; empty where the page says it better.</param>
public sealed record NewsItem(string Title, string Path, DateTimeOffset At, string Words);
