using Participatie.Core.Polls;

namespace Participatie.Web.Live;

/// <summary>A meeting as everybody who joins sees it, in memory, and the participants whose screens are connected.</summary>
public sealed class MeetingRoom(Snapshot first)
{
    private const int MostScreens = 20;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, string[]> screens = [];

    public Snapshot Snapshot { get; private set; } = first;

    /// <summary>How many people have a screen connected now.</summary>
    public int Connected
    {
        get
        {
            lock (gate)
                return screens.Count;
        }
    }

    /// <summary>Takes over a snapshot unless a newer one came first.</summary>
    public Snapshot Update(Snapshot next)
    {
        lock (gate)
        {
            if (next.Revision >= Snapshot.Revision)
                Snapshot = next with { People = next.People with { Connected = screens.Count } };
            return Snapshot;
        }
    }

    /// <summary>Takes over who is there: people with a connected screen (one that connects twice is one person) and passes in use.</summary>
    public PeopleView UpdatePeople(int admitted)
    {
        lock (gate)
        {
            Snapshot = Snapshot with { People = new PeopleView(screens.Count, admitted) };
            return Snapshot.People;
        }
    }

    /// <summary>Takes over who speaks and who waits.</summary>
    public void UpdateQueue(QueueView queue)
    {
        lock (gate)
            Snapshot = Snapshot with { Queue = queue };
    }

    /// <summary>The turnout of the poll that is open; null when none is.</summary>
    public TallyUpdate? Turnout => Snapshot is { Poll: { State: PollState.Open } poll, Revision: var revision }
        ? new TallyUpdate(poll.Id, poll.Ballots, poll.Counts, revision)
        : null;

    /// <summary>Takes over a turnout that was counted, unless another poll came in between.</summary>
    public void UpdateTurnout(Guid pollId, int ballots)
    {
        lock (gate)
        {
            if (Snapshot.Poll is { } poll && poll.Id == pollId)
                Snapshot = Snapshot with { Poll = poll with { Ballots = ballots } };
        }
    }

    /// <summary>False when this participant has more screens already than anybody opens by hand.</summary>
    public bool Enter(Guid participant, string connection)
    {
        lock (gate)
        {
            if (ScreensOf(participant).Length == MostScreens)
                return false;
            screens[participant] = [.. ScreensOf(participant), connection];
            return true;
        }
    }

    public void Leave(Guid participant, string connection)
    {
        lock (gate)
        {
            screens[participant] = Array.FindAll(ScreensOf(participant), screen => !string.Equals(screen, connection, StringComparison.Ordinal));
            if (screens[participant].Length == 0)
                screens.Remove(participant);
        }
    }

    /// <summary>The connections of one participant's screens.</summary>
    public IReadOnlyList<string> Screens(Guid participant)
    {
        lock (gate)
            return ScreensOf(participant);
    }

    private string[] ScreensOf(Guid participant) => screens.GetValueOrDefault(participant) ?? [];
}
