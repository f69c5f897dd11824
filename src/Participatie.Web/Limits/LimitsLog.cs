using System.Numerics;

namespace Participatie.Web.Limits;

/// <summary>Who ran into a limit. No addresses, no codes, no names.</summary>
internal static partial class LimitsLog
{
    [LoggerMessage(LogLevel.Warning, "More forms came from {Whose} than one may send in a minute; {Refused} were refused")]
    public static partial void TooManyForms(ILogger log, string whose, long refused);

    [LoggerMessage(LogLevel.Warning, "A connection called more often than it may in a minute")]
    public static partial void TooManyCalls(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Passes are being guessed for meeting {MeetingId}: {Wrong} wrong ones since the start")]
    public static partial void GuessedAtMeeting(ILogger log, Guid meetingId, long wrong);

    [LoggerMessage(LogLevel.Warning, "Passes are being guessed without the code of a meeting: {Wrong} wrong ones since the start")]
    public static partial void GuessedElsewhere(ILogger log, long wrong);

    /// <summary>Worth a line? The first is, and then ever fewer: whoever floods the server does not flood its log.</summary>
    public static bool IsWorthALine(long times) => BitOperations.IsPow2(times);
}
