using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Live;

/// <summary>
/// Writes down a poll as every screen may see it: its ballot while people vote, its outcome once that is released. In all
/// languages at once, so that a phone that joins waits for nothing.
/// </summary>
public sealed class PollViews(PollShowing showing, OutcomeSentence sentence, RuleSentence rule, IStringLocalizer<Texts> texts)
{
    /// <summary>The poll as it is now.</summary>
    /// <param name="poll">The poll.</param>
    /// <param name="ballots">The turnout: all that may be known before the release.</param>
    /// <param name="handsCounted">True when the raised hands have been counted: nobody votes on a phone any more.</param>
    public async Task<PollView> OfAsync(PollCard poll, int ballots, bool handsCounted)
    {
        var rules = poll.Rules;
        var takesVotes = rules.State == PollState.Open && !handsCounted;
        var released = rules.State == PollState.Released ? poll.Outcome : null;
        var dutch = await WriteAsync(poll, Language.Dutch, takesVotes, released);
        return new PollView(
            poll.Id,
            dutch.Question,
            dutch.QuestionLanguage,
            dutch.Recording,
            rules.Method.Name,
            rules.Method.MostChoices(rules.Options.Count),
            dutch.Options,
            dutch.Rule,
            rules.State,
            poll.Withdrawal,
            poll.OpenedAt,
            ClosesAt: null,
            rules.Binding,
            rules.Secret,
            takesVotes,
            dutch.Ballot,
            ballots,
            released is null or { CountsHidden: true } ? null : Counts(released.Tally),
            released is null ? null : View(released, dutch, rules.Binding))
        {
            Wording = PollWording.Of(poll, texts),
            Words = await WriteOthersAsync(poll, takesVotes, released),
        };
    }

    private async Task<Dictionary<string, PollWords>> WriteOthersAsync(PollCard poll, bool takesVotes, Outcome? released)
    {
        var words = new Dictionary<string, PollWords>(StringComparer.Ordinal);
        foreach (var language in Language.Others)
            words.Add(language.Code, await WriteAsync(poll, language, takesVotes, released));
        return words;
    }

    private async Task<PollWords> WriteAsync(PollCard poll, Language language, bool takesVotes, Outcome? released)
    {
        language.Speak();
        var (rules, wording) = (poll.Rules, PollWording.Of(poll, texts));
        return new PollWords(
            wording.Question,
            wording.QuestionLanguage,
            wording.RecordingOf(wording.Question),
            wording.Options,
            rule.Of(rules.Method, rules.Quorum),
            takesVotes ? await showing.BallotAsync(rules.Method, wording, own: []) : null,
            released is null ? null : sentence.Of(released, rules.Method.Name, wording.Options, rules.Binding),
            released is null ? null : await showing.ResultAsync(released, wording));
    }

    private static OutcomeView View(Outcome outcome, PollWords words, bool binding) => new(
        outcome.Result, outcome.Winners, outcome.Tied, outcome.Needed, words.Sentence!, OutcomeTone.Of(outcome.Result, binding), words.Chart!);

    private static Dictionary<int, int> Counts(Tally tally) =>
        tally.Counts.Select((count, option) => (count, option)).ToDictionary(pair => pair.option, pair => pair.count);
}
