using Microsoft.Extensions.Localization;
using Participatie.Web.Mailing;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>Puts news into words for a mail.</summary>
public sealed class NewsMail(PublicAddress address, IStringLocalizer<Texts> texts)
{
    /// <summary>In pieces of news; the site has them all.</summary>
    private const int Longest = 30;

    /// <summary>Tells some news, of which there is at least one piece.</summary>
    /// <param name="link">Ends the subscription.</param>
    public Mail Write(string email, FeedOwner owner, Rhythm rhythm, IReadOnlyList<NewsItem> news, string link)
    {
        var name = owner.NameIn(texts);
        var stop = address.Of(SubscriptionPaths.Stop(link));
        string[] paragraphs =
        [
            texts["Beste lezer,"],
            texts["Er is nieuws van {0}.", name],
            .. news.Take(Longest).Select(item => string.Join('\n', ((string[])[$"* {item.Title}", item.Words, address.Of(item.Path)]).Where(line => line.Length > 0))),
            .. news.Count > Longest ? [texts["Er is nog meer nieuws. Lees het op {0}", address.Of(owner.Page)].Value] : Array.Empty<string>(),
            "-- ",
            rhythm == Rhythm.AtOnce
                ? texts["Je krijgt dit bericht omdat je vroeg om nieuws van {0}, zodra er nieuws is. Het komt van {1}", name, address.Of("/")]
                : texts["Je krijgt dit bericht omdat je vroeg om nieuws van {0}, elke maandag. Het komt van {1}", name, address.Of("/")],
            texts["Wil je geen berichten meer? Open deze link:"] + "\n" + stop,
        ];
        return new Mail(email, news is [var only] ? only.Title : texts["Nieuws van {0}", name], string.Join("\n\n", paragraphs) + "\n", stop);
    }
}
