namespace Participatie.Web.Reading.Feeds;

/// <summary>What a feed says of itself.</summary>
/// <param name="Path">Where it is on this site.</param>
/// <param name="Page">The page that people read.</param>
/// <param name="Author">Whose word it is.</param>
public sealed record AtomHead(string Path, string Title, string Page, string Author);
