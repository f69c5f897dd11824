using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Undoing;

namespace Participatie.Web.Minutes;

/// <summary>What happened in a meeting, put together from its log: items in the order in which they were first started.</summary>
public sealed class MeetingStory
{
    private readonly List<ItemStory> items = [];
    private readonly List<PollStory> polls = [];
    private DateTimeOffset last;

    public Event? Opened { get; private set; }

    public Event? Closed { get; private set; }

    /// <summary>Who was there and who spoke.</summary>
    public FloorStory Floor { get; } = new();

    /// <summary>How long each side spoke, as far as the log goes.</summary>
    public SpeakingTime SpeakingTime => Floor.TimeUntil(last);

    public IReadOnlyList<ItemStory> Items => items;

    /// <summary>In the order in which they were opened, which is their number: the log only grows, so it never changes.</summary>
    public IReadOnlyList<PollStory> Polls => polls;

    public static MeetingStory Of(IReadOnlyList<Event> events)
    {
        var story = new MeetingStory();
        foreach (var entry in events.Standing())
            story.Add(entry);
        return story;
    }

    private void Add(Event entry)
    {
        last = entry.RecordedAt;
        Floor.Add(entry);
        switch (entry.Kind)
        {
            case Deeds.MeetingOpened:
                Opened ??= entry;
                break;
            case Deeds.MeetingClosed:
                Closed = entry;
                break;
            case Deeds.ItemStarted:
                Start(entry.Read<ItemDeed>(), entry.RecordedAt);
                break;
            case Deeds.PollOpened:
                Poll(entry).OpenedAt ??= entry.RecordedAt;
                break;
            case Deeds.PollClosed:
                Poll(entry).ClosedAt ??= entry.RecordedAt;
                break;
            case Deeds.PollReleased:
                Poll(entry).Released = entry.Read<PollDeed>().Outcome;
                break;
            case Deeds.PollWithdrawn when entry.Read<WithdrawalDeed>() is var taken && Known(taken.PollId) is { } poll:
                poll.Withdrawal = taken.Reason;
                break;
            case Deeds.LotDrawn when entry.Read<LotDeed>() is var lot && Known(lot.PollId) is { } poll:
                poll.Released = lot.Outcome;
                poll.Lots.Add(lot);
                break;
        }
    }

    private void Start(ItemDeed deed, DateTimeOffset at)
    {
        var item = Item(deed.ItemId);
        item.Title = deed.Title;
        item.StartedAt.Add(at);
        item.Guests = [.. item.Guests.Union(deed.Guests ?? [], StringComparer.Ordinal)];
    }

    private PollStory Poll(Event entry)
    {
        var deed = entry.Read<PollDeed>();
        if (Known(deed.PollId) is { } known)
            return known;

        var poll = new PollStory(polls.Count + 1, deed);
        polls.Add(poll);
        Item(deed.ItemId).Polls.Add(poll);
        return poll;
    }

    private PollStory? Known(Guid id) => polls.Find(poll => poll.Rules.PollId == id);

    private ItemStory Item(Guid id)
    {
        var item = items.Find(item => item.Id == id);
        if (item is null)
            items.Add(item = new ItemStory(id));
        return item;
    }
}

public sealed class ItemStory(Guid id)
{
    public Guid Id => id;

    /// <summary>Null when people voted on an item that nobody started.</summary>
    public string? Title { get; set; }

    public List<DateTimeOffset> StartedAt { get; } = [];

    /// <summary>Who came for this item only.</summary>
    public IReadOnlyList<string> Guests { get; set; } = [];

    public List<PollStory> Polls { get; } = [];
}

/// <summary>A poll, from its opening to what came of it.</summary>
/// <param name="number">Counts from 1 in its meeting.</param>
/// <param name="deed">The rules, as they were frozen when the poll opened.</param>
public sealed class PollStory(int number, PollDeed deed)
{
    public int Number => number;

    public PollDeed Rules => deed;

    public DateTimeOffset? OpenedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why the poll was taken back; null when it was not.</summary>
    public string? Withdrawal { get; set; }

    public List<LotDeed> Lots { get; } = [];

    /// <summary>Null until the result is released: minutes never tell it earlier than the hall was told.</summary>
    public Outcome? Released { get; set; }
}
