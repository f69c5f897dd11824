using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Showing;

/// <summary>Ballots and results as HTML, the same on every page and screen.</summary>
public sealed class PollShowing(Fragments fragments)
{
    /// <summary>A ballot to fill in, without its form.</summary>
    /// <param name="own">What this voter chose before; none in what everybody receives.</param>
    public Task<string> BallotAsync(Poll rules, IReadOnlyList<Choice> own) => fragments.RenderAsync<BallotPaper>(new(StringComparer.Ordinal)
    {
        [nameof(BallotPaper.Method)] = rules.Method,
        [nameof(BallotPaper.Options)] = rules.Options,
        [nameof(BallotPaper.Own)] = own,
    });

    /// <summary>The numbers behind a verdict.</summary>
    public Task<string> ResultAsync(Outcome outcome, IReadOnlyList<string> options) => fragments.RenderAsync<ResultChart>(new(StringComparer.Ordinal)
    {
        [nameof(ResultChart.Outcome)] = outcome,
        [nameof(ResultChart.Options)] = options,
    });
}
