using System.Diagnostics.Metrics;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Telemetry;

/// <summary>
/// What an operator sees of an evening: numbers, added up over all meetings. Never a person, a meeting, a code or a choice,
/// and nothing of one vote by itself: with its time beside a connection it would be a list of who voted.
/// </summary>
public sealed class Measurements
{
    public const string Name = "Participatie";

    private readonly Meter meter;
    private readonly Counter<long> votes;
    private readonly Histogram<double> confirmations;
    private readonly Counter<long> broadcasts;
    private readonly Counter<long> errors;

    public Measurements(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        votes = meter.CreateCounter<long>("participatie.votes", "{vote}", "Votes that were answered, by verdict.");
        confirmations = meter.CreateHistogram<double>("participatie.vote.confirmation", "s", "From the arrival of a vote until it was stored.");
        broadcasts = meter.CreateCounter<long>("participatie.broadcasts", "{broadcast}", "News told to the screens of a meeting, by what it was about.");
        errors = meter.CreateCounter<long>("participatie.errors", "{error}", "Entries in the log that are errors, by the part that wrote them.");
    }

    public void Voted(Verdict verdict, TimeSpan took)
    {
        votes.Add(1, new KeyValuePair<string, object?>("verdict", verdict.Stored()));
        if (verdict is Verdict.Accepted or Verdict.Changed)
            confirmations.Record(took.TotalSeconds);
    }

    public void Told(string what) => broadcasts.Add(1, new KeyValuePair<string, object?>("what", what));

    public void Failed(string part) => errors.Add(1, new KeyValuePair<string, object?>("part", part));

    /// <summary>Adds a number that is looked up when somebody asks for it.</summary>
    public void Watch(string name, string unit, string description, Func<int> read) => meter.CreateObservableGauge(name, read, unit, description);
}
