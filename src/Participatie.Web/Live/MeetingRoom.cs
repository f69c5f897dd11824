namespace Participatie.Web.Live;

/// <summary>A meeting as everybody who joins sees it, in memory, and the participants whose screens are connected.</summary>
public sealed class MeetingRoom(Snapshot first)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> screens = [];

    public Snapshot Snapshot { get; private set; } = first;

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

    /// <summary>Takes over a turnout that was counted while nothing else changed.</summary>
    public TallyUpdate? UpdateTurnout(Guid pollId, int ballots)
    {
        lock (gate)
        {
            if (Snapshot.Poll is not { } poll || poll.Id != pollId)
                return null;
            Snapshot = Snapshot with { Poll = poll with { Ballots = ballots } };
            return new TallyUpdate(pollId, ballots, poll.Counts, Snapshot.Revision);
        }
    }

    public void Enter(Guid participant)
    {
        lock (gate)
            screens[participant] = screens.GetValueOrDefault(participant) + 1;
    }

    public void Leave(Guid participant)
    {
        lock (gate)
        {
            if (screens.GetValueOrDefault(participant) > 1)
                screens[participant]--;
            else
                screens.Remove(participant);
        }
    }
}
