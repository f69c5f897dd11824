using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Showing;

/// <summary>How many ballots came through each door, in a sentence. Never what was on them.</summary>
public sealed class ChannelSentence(IStringLocalizer<Texts> texts)
{
    /// <summary>The sentence; null when everybody voted with a phone.</summary>
    public string? Of(Outcome outcome) => outcome.Channels.Keys.All(channel => channel == Channel.Phone)
        ? null
        : texts["Gestemd: {0}.", string.Join(", ", outcome.Channels.OrderBy(pair => pair.Key).Select(pair => Name(pair.Key, pair.Value)))].Value;

    private string Name(Channel channel, int ballots) => channel switch
    {
        Channel.Phone => texts["{0} met de telefoon", ballots],
        Channel.Tablet => texts["{0} op de tablet", ballots],
        Channel.Paper => texts["{0} op papier", ballots],
        _ => texts["{0} met de hand omhoog", ballots],
    };
}
