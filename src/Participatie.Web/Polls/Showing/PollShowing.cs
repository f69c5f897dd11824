using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Showing;

/// <summary>Ballots and results as HTML, the same on every page and screen.</summary>
public sealed class PollShowing(Fragments fragments)
{
    /// <summary>A ballot to fill in, without its form.</summary>
    /// <param name="method">How it is counted.</param>
    /// <param name="wording">The options as the voter reads them.</param>
    /// <param name="own">What this voter chose before; none in what everybody receives.</param>
    public Task<string> BallotAsync(CountingMethod method, PollWording wording, IReadOnlyList<Choice> own) => fragments.RenderAsync<BallotPaper>(
        new(StringComparer.Ordinal)
        {
            [nameof(BallotPaper.Method)] = method,
            [nameof(BallotPaper.Wording)] = wording,
            [nameof(BallotPaper.Own)] = own,
        });

    /// <summary>The numbers behind a verdict.</summary>
    public Task<string> ResultAsync(Outcome outcome, PollWording wording) => fragments.RenderAsync<ResultChart>(new(StringComparer.Ordinal)
    {
        [nameof(ResultChart.Outcome)] = outcome,
        [nameof(ResultChart.Wording)] = wording,
    });
}
