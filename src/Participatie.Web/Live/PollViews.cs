using Participatie.Core.Polls;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Showing;

namespace Participatie.Web.Live;

/// <summary>Writes down a poll as every screen may see it: its ballot while people vote, its outcome once that is released.</summary>
public sealed class PollViews(PollShowing showing, OutcomeSentence sentence, RuleSentence rule)
{
    /// <summary>The poll as it is now.</summary>
    /// <param name="ballots">The turnout: all that may be known before the release.</param>
    /// <param name="handsCounted">True when the raised hands have been counted: nobody votes on a phone any more.</param>
    public async Task<PollView> OfAsync(PollCard poll, int ballots, bool handsCounted)
    {
        var rules = poll.Rules;
        var takesVotes = rules.State == PollState.Open && !handsCounted;
        var released = rules.State == PollState.Released ? poll.Outcome : null;
        return new PollView(
            poll.Id,
            poll.Question,
            rules.Method.Name,
            rules.Method.MostChoices(rules.Options.Count),
            rules.Options,
            rule.Of(rules.Method, rules.Quorum),
            rules.State,
            poll.Withdrawal,
            poll.OpenedAt,
            ClosesAt: null,
            rules.Binding,
            rules.Secret,
            takesVotes,
            takesVotes ? await showing.BallotAsync(rules, []) : null,
            ballots,
            released is null or { CountsHidden: true } ? null : Counts(released.Tally),
            released is null ? null : await OutcomeAsync(poll, released));
    }

    private async Task<OutcomeView> OutcomeAsync(PollCard poll, Outcome outcome) => new(
        outcome.Result,
        outcome.Winners,
        outcome.Tied,
        outcome.Needed,
        sentence.Of(outcome, poll.Rules.Method.Name, poll.Rules.Options, poll.Rules.Binding),
        OutcomeTone.Of(outcome.Result, poll.Rules.Binding),
        await showing.ResultAsync(outcome, poll.Rules.Options));

    private static Dictionary<int, int> Counts(Tally tally) =>
        tally.Counts.Select((count, option) => (count, option)).ToDictionary(pair => pair.option, pair => pair.count);
}
