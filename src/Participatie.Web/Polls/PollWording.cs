using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Polls.Aids;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Polls;

/// <summary>What a facilitator wrote for who does not read Dutch. Nothing here is translated by a machine.</summary>
/// <param name="Of">The Dutch words that it says; once those have changed it is shown to nobody until somebody looked at it.</param>
public sealed record PollTranslation(string Question, IReadOnlyList<string> Options, string Of)
{
    public static string SourceOf(string question, IEnumerable<string> options) => string.Join('\n', [question, .. options]);
}

/// <summary>The words of a poll as one reader sees them; each part in the reader's language where there is one, else in Dutch.</summary>
public sealed record PollWording(string Question, string QuestionLanguage, IReadOnlyList<string> Options, string OptionsLanguage)
{
    private IReadOnlyList<Picture?> Pictures { get; init; } = [];

    private PollAids Aids { get; init; } = PollAids.None;

    public Picture? PictureOf(int option) => Pictures.ElementAtOrDefault(option);

    /// <summary>Where to hear the question, or an option; null where nobody recorded it.</summary>
    public string? RecordingOf(string words) => Aids.RecordingOf(words);

    /// <summary>The words in the language that is being written.</summary>
    public static PollWording Of(PollCard poll, IStringLocalizer<Texts> texts)
    {
        var language = Language.Current;
        if (poll.TranslationIn(language) is { } translation)
            return new PollWording(translation.Question, language.Code, translation.Options, language.Code) { Pictures = PicturesOf(poll), Aids = poll.Aids };

        var dutch = InDutch(poll.Question, poll.Rules.Options) with { Pictures = PicturesOf(poll), Aids = poll.Aids };
        return StandardOptions(poll.Rules, language, texts) is { } options ? dutch with { Options = options, OptionsLanguage = language.Code } : dutch;
    }

    private static List<Picture?> PicturesOf(PollCard poll) => [.. poll.Rules.Options.Select(option => poll.Aids.Pictures.GetValueOrDefault(option))];

    public static PollWording InDutch(string question, IReadOnlyList<string> options) => new(question, Language.Dutch.Code, options, Language.Dutch.Code);

    /// <summary>What a method itself offers is a text of ours, and translated with the others; null where it is not.</summary>
    private static IReadOnlyList<string>? StandardOptions(Poll rules, Language language, IStringLocalizer<Texts> texts)
    {
        if (language.IsDutch || rules.Method is not (YesNoAbstain or Consent))
            return null;

        var options = rules.Options.Select(option => texts[option]).ToList();
        return options.Exists(option => option.ResourceNotFound) ? null : [.. options.Select(option => option.Value)];
    }
}
