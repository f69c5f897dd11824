using System.Text.Json.Serialization;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Polls;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Live;

/// <summary>
/// All that a screen needs to show a meeting now; published, so its names stay. <paramref name="Own"/> is filled in for
/// the one participant who joins; in what is sent to everybody it is null and means "as you know it".
/// </summary>
/// <param name="Revision">Grows with every change; a screen never goes back to a lower one.</param>
public sealed record Snapshot(
    long Revision, MeetingView Meeting, ItemDetail? Item, IReadOnlyList<ItemView> Agenda, PollView? Poll, PeopleView People,
    QueueView Queue, OwnBallot? Own)
{
    /// <summary>The same meeting for somebody who reads another language than Dutch.</summary>
    public Snapshot In(Language language) => language.IsDutch || Poll is null ? this : this with { Poll = Poll.In(language) };
}

/// <summary>A meeting. <paramref name="Cancellation"/> says why it does not go on; null when it does.</summary>
/// <param name="Rehearsal">True when nothing here counts.</param>
public sealed record MeetingView(
    Guid Id, Guid TableId, string Code, string Title, string Table, string Place, DateTimeOffset StartsAt, MeetingState State, string? Cancellation, bool Rehearsal);

/// <summary>A line of the agenda. <paramref name="Minutes"/> is the time planned for it.</summary>
/// <param name="Guests">Who comes for this item only: what they are, not who.</param>
public sealed record ItemView(Guid Id, int Number, string Title, ItemKind Kind, int Minutes, DateTimeOffset? StartedAt, IReadOnlyList<string> Guests);

/// <summary>The item on the table. <paramref name="Description"/> is safe HTML.</summary>
public sealed record ItemDetail(
    Guid Id, int Number, string Title, ItemKind Kind, int Minutes, DateTimeOffset? StartedAt, IReadOnlyList<string> Guests, string Description);

/// <summary>The poll on the table. Counts and outcome are null until the result is released.</summary>
/// <param name="QuestionLanguage">Dutch where nobody translated it.</param>
/// <param name="Recording">Where to hear somebody read the question; null when nobody recorded it in this language.</param>
/// <param name="MaxChoices">The largest number of options on one ballot.</param>
/// <param name="Rule">What it takes to win, in a sentence.</param>
/// <param name="Withdrawal">Why the poll was taken back; null when it was not.</param>
/// <param name="TakesVotes">False also while an open poll waits for its closing, because the raised hands have been counted.</param>
/// <param name="ClosesAt">When the poll closes by itself; null when the facilitator closes it.</param>
/// <param name="Ballot">The ballot to fill in, as safe HTML; null when nobody can vote.</param>
/// <param name="Counts">For each option's position, its votes, points or dots; null also when so few voted that they would tell who chose what.</param>
public sealed record PollView(
    Guid Id, string Question, string QuestionLanguage, string? Recording, string Method, int MaxChoices, IReadOnlyList<string> Options, string Rule, PollState State, string? Withdrawal,
    DateTimeOffset? OpenedAt, DateTimeOffset? ClosesAt, bool Binding, bool Secret, bool TakesVotes, string? Ballot, int Ballots, IReadOnlyDictionary<int, int>? Counts,
    OutcomeView? Outcome)
{
    /// <summary>The Dutch words, with the pictures that go with them.</summary>
    [JsonIgnore]
    public PollWording? Wording { get; init; }

    /// <summary>What there is to read about this poll in each other language, by its code.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, PollWords> Words { get; init; } = new Dictionary<string, PollWords>(StringComparer.Ordinal);

    public PollView In(Language language) => !Words.TryGetValue(language.Code, out var words) ? this : this with
    {
        Question = words.Question,
        QuestionLanguage = words.QuestionLanguage,
        Recording = words.Recording,
        Options = words.Options,
        Rule = words.Rule,
        Ballot = words.Ballot,
        Outcome = Outcome is null ? null : Outcome with { Sentence = words.Sentence!, Chart = words.Chart! },
    };
}

/// <summary>All that is read about a poll, in one language. Sentence and chart are null until there is an outcome.</summary>
public sealed record PollWords(
    string Question, string QuestionLanguage, string? Recording, IReadOnlyList<string> Options, string Rule, string? Ballot, string? Sentence, string? Chart);

/// <summary>What the counts mean, with the sentence that every screen shows.</summary>
/// <param name="Tied">In a tie, the options between which a lot decides.</param>
/// <param name="Tone">The class that gives the sentence its colour; null when it has none.</param>
/// <param name="Chart">The numbers, as safe HTML.</param>
public sealed record OutcomeView(
    Result Result, IReadOnlyList<int> Winners, IReadOnlyList<int> Tied, int? Needed, string Sentence, string? Tone, string Chart);

/// <summary>Who is there.</summary>
/// <param name="Connected">People with a connected screen; reconnects are not people.</param>
/// <param name="Admitted">Passes in use: the people who may vote in a binding poll.</param>
public sealed record PeopleView(int Connected, int Admitted);

/// <summary>Who speaks and who waits. A hand is a number that only its own phone knows to be its own.</summary>
/// <param name="Speaking">Null when nobody from the queue has the floor.</param>
/// <param name="Waiting">In the order of their turns.</param>
public sealed record QueueView(Guid? Speaking, IReadOnlyList<Guid> Waiting)
{
    /// <summary>Whose hands these are: for the server only.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<Guid, Guid> Participants { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>The hand of a participant; null when it is not up.</summary>
    public Guid? HandOf(Guid participant) => Participants.TryGetValue(participant, out var hand) ? hand : null;

    /// <summary>The people before this hand: 0 for who is next, null for who speaks or has no hand up.</summary>
    public int? Before(Guid hand) => Waiting.ToList().IndexOf(hand) is var place and >= 0 ? place : null;

    public static QueueView Of(SpeakerList list) => new(list.Speaking?.Id, [.. list.Waiting.Select(hand => hand.Id)])
    {
        Participants = list.Waiting.Append(list.Speaking).OfType<HandRow>().ToDictionary(hand => hand.ParticipantId, hand => hand.Id),
    };
}

/// <summary>The news between two snapshots while people vote. Counts are null until the result is released.</summary>
public sealed record TallyUpdate(Guid PollId, int Ballots, IReadOnlyDictionary<int, int>? Counts, long Revision);
