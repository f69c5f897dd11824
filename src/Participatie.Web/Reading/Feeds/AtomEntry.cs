namespace Participatie.Web.Reading.Feeds;

/// <summary>One piece of news.</summary>
/// <param name="Id">A URN that stays the same for ever, also when the site moves to another address.</param>
/// <param name="Path">The page about it, on this site.</param>
/// <param name="Published">When it became public. What is published does not change.</param>
/// <param name="Author">The table whose word it is.</param>
/// <param name="Html">What it says, safe to show; its links may be relative to the page.</param>
public sealed record AtomEntry(string Id, string Title, string Path, DateTimeOffset Published, string Author, string Html)
{
    /// <summary>The same decision may be news twice: when it is made, and when it is answered.</summary>
    public static string UrnOf(Guid id, string? aspect = null) => aspect is null ? $"urn:uuid:{id}" : $"urn:uuid:{id}#{aspect}";
}
