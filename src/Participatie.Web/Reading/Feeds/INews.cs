using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>One kind of news that people follow, as an Atom feed of all tables, of an area and of a table.</summary>
public interface INews
{
    /// <summary>The feed's name below the page of its owner, with a slash before it.</summary>
    string File { get; }

    /// <summary>What the feed is called.</summary>
    string Title(IStringLocalizer<Texts> texts, FeedOwner owner);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<AtomEntry>> NewestAsync(FeedOwner owner, CancellationToken ct);
}
