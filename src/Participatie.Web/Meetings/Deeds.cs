using Participatie.Core.Polls;

namespace Participatie.Web.Meetings;

/// <summary>The kinds of events in a meeting's log.</summary>
public static class Deeds
{
    public const string MeetingOpened = "meetingOpened";
    public const string ItemStarted = "itemStarted";
    public const string PollOpened = "pollOpened";
    public const string PollClosed = "pollClosed";
    public const string PollReleased = "pollReleased";
    public const string MeetingClosed = "meetingClosed";
    public const string MinutesPublished = "minutesPublished";
}

/// <summary>What the log keeps of an opened or closed meeting.</summary>
public sealed record MeetingDeed(string Title, string Place);

/// <summary>What the log keeps of an agenda item that was started.</summary>
public sealed record ItemDeed(Guid ItemId, string Title);

/// <summary>What the log keeps of a poll: at opening its frozen rules, from closing on also its outcome.</summary>
public sealed record PollDeed(
    Guid PollId, Guid ItemId, string Question, string Method, MethodSettings? Settings, Quorum? Quorum, IReadOnlyList<string> Options,
    bool Binding, bool Secret, Outcome? Outcome);

/// <summary>What the log keeps of published minutes.</summary>
public sealed record MinutesDeed(string Sha256);
