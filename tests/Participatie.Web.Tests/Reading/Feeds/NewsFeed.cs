using Participatie.Testing.Tools;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.Feeds;

/// <summary>What a reader shows of an Atom feed, read by a parser that is not ours.</summary>
internal sealed record NewsFeed(
    string Id, string Title, string Language, string Self, string Url, string Author, DateTimeOffset Updated, IReadOnlyList<NewsEntry> Entries)
{
    public static async Task<NewsFeed> ReadAsync(string file) => Json.Read<NewsFeed>(await NodeTool.RunAsync("read-feed.mjs", file));
}

internal sealed record NewsEntry(
    string Id, string Title, string Url, string Author, DateTimeOffset Published, DateTimeOffset Updated, string Base, string Html);
