using Participatie.Core.Decisions;
using Participatie.Core.Meetings;
using Participatie.Core.Minutes;
using Participatie.Core.Polls;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Aids;

namespace Participatie.Web.Meetings;

/// <summary>The kinds of events in a meeting's log.</summary>
public static class Deeds
{
    public const string MeetingCancelled = "meetingCancelled";
    public const string MeetingReinstated = "meetingReinstated";
    public const string MeetingOpened = "meetingOpened";
    public const string ItemStarted = "itemStarted";
    public const string PollOpened = "pollOpened";
    public const string PollClosed = "pollClosed";
    public const string PollReleased = "pollReleased";
    public const string PollWithdrawn = "pollWithdrawn";
    public const string LotDrawn = "lotDrawn";
    public const string StackEntered = "stackEntered";
    public const string StackConfirmed = "stackConfirmed";
    public const string StackRemoved = "stackRemoved";
    public const string PassReplaced = "passReplaced";
    public const string FloorGiven = "floorGiven";
    public const string AttendanceCounted = "attendanceCounted";
    public const string MeetingClosed = "meetingClosed";
    public const string StepUndone = "stepUndone";
    public const string MinutesShared = "minutesShared";
    public const string CorrectionJudged = "correctionJudged";
    public const string MinutesAdopted = "minutesAdopted";
    public const string MinutesReopened = "minutesReopened";
    public const string MinutesPublished = "minutesPublished";
    public const string AnswerGiven = "answerGiven";
    public const string AnswerPostponed = "answerPostponed";
    public const string CommitmentMade = "commitmentMade";
    public const string ProgressTold = "progressTold";
}

/// <summary>What the log keeps of an opened, closed or reinstated meeting.</summary>
public sealed record MeetingDeed(string Title, string Place);

/// <summary>What the log keeps of a meeting that does not go on.</summary>
public sealed record CancellationDeed(string Title, DateTimeOffset StartsAt, string Reason);

/// <summary>What the log keeps of an agenda item that was started.</summary>
/// <param name="Guests">Who came for it; null in logs from before there were guests.</param>
public sealed record ItemDeed(Guid ItemId, string Title, IReadOnlyList<string>? Guests = null);

/// <summary>What the log keeps of a step that was taken back: the number of its event, and its kind.</summary>
public sealed record UndoDeed(long Number, string Kind);

/// <summary>What the log keeps of a poll: at opening its frozen rules, from closing on also its outcome.</summary>
public sealed record PollDeed(
    Guid PollId, Guid ItemId, string Question, string Method, MethodSettings? Settings, Quorum? Quorum, IReadOnlyList<string> Options,
    bool Binding, bool Secret, Outcome? Outcome, IReadOnlyDictionary<string, PollTranslation>? Translations = null,
    PollAids? Aids = null);

/// <summary>What the log keeps of a poll that was taken back.</summary>
public sealed record WithdrawalDeed(Guid PollId, string Reason);

/// <summary>What the log keeps of a lot: between which options, which one was drawn, and what came of it.</summary>
public sealed record LotDeed(Guid PollId, IReadOnlyList<int> Tied, int Drawn, Outcome Outcome);

/// <summary>What the log keeps of ballots that were counted by hand.</summary>
public sealed record StackDeed(Guid PollId, Channel Channel, int Ballots);

/// <summary>What the log keeps of a replaced pass: the number on it.</summary>
public sealed record PassDeed(int Number);

/// <summary>What the log keeps of who may speak: the side, never the person; null when nobody may.</summary>
public sealed record FloorDeed(Side? Side);

/// <summary>What the log keeps of the people at the table: how many.</summary>
public sealed record AttendanceDeed(int Residents, int Professionals);

/// <summary>What the log keeps of minutes that participants were shown.</summary>
public sealed record MinutesDeed(string Sha256);

/// <summary>What the log keeps of a participant's correction: not who sent it, nor what it says.</summary>
public sealed record CorrectionDeed(Guid CorrectionId, CorrectionVerdict Verdict, string Reason);

/// <summary>What the log keeps of adopted minutes.</summary>
/// <param name="Chair">Who adopted them; null when a vote did.</param>
public sealed record AdoptionDeed(string Sha256, string? Chair, Guid? PollId);

/// <summary>What the log keeps of published minutes.</summary>
/// <param name="Version">Counts from 1; 0 in logs from before there were versions.</param>
/// <param name="Sha256">Of the text.</param>
/// <param name="HtmlSha256">Of what readers see; null in logs from before it was kept.</param>
/// <param name="Attachments">The files in it; null in logs from before there were any.</param>
public sealed record PublicationDeed(int Version, string Sha256, string? HtmlSha256, IReadOnlyList<AttachmentDeed>? Attachments = null);

/// <summary>What the log keeps of a file in published minutes.</summary>
public sealed record AttachmentDeed(string Name, string Sha256);

/// <summary>What the log keeps of an answer to a decision.</summary>
public sealed record AnswerDeed(Guid DecisionId, ResponseVerdict Verdict, string Reasons);

/// <summary>What the log keeps of an answer that was put off.</summary>
public sealed record PostponementDeed(Guid DecisionId, DateOnly RespondBy, string Reason);

/// <summary>What the log keeps of a promise that came with an answer.</summary>
public sealed record CommitmentDeed(Guid DecisionId, Guid CommitmentId, string Text, string Owner, DateOnly Due);

/// <summary>What the log keeps of how a promise goes on.</summary>
public sealed record ProgressDeed(Guid DecisionId, Guid CommitmentId, string Text, bool Done);
