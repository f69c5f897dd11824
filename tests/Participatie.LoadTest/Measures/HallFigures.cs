using Participatie.Web.Live;

namespace Participatie.LoadTest.Measures;

/// <summary>What a hall measured; quantities that were measured in rounds have one entry each.</summary>
internal sealed class HallFigures
{
    public List<Samples> Joined { get; } = [];

    public List<double> ConnectsPerSecond { get; } = [];

    public List<double> ResumesPerSecond { get; } = [];

    public List<Burst> FirstVotes { get; } = [];

    public List<Burst> ChangedVotes { get; } = [];

    public List<Samples> Retries { get; } = [];

    public List<TimeSpan> Opened { get; } = [];

    public List<TimeSpan> Closed { get; } = [];

    public List<TimeSpan> Released { get; } = [];

    public double? MemoryPerPhone { get; set; }

    public int Confirmed { get; set; }

    public int Counted { get; set; }

    public Errors Errors { get; } = new();

    /// <summary>What everybody saw of an open poll.</summary>
    public Snapshot? Example { get; set; }
}
