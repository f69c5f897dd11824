using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Meetings.Joining;

/// <summary>The limits at the door, configured under <see cref="Section"/>.</summary>
public sealed class JoinOptions
{
    public const string Section = "Participatie:Joining";

    /// <summary>After this many wrong passes in a minute, a pass is good only together with the code of its meeting.</summary>
    [Range(1, 1_000_000)]
    public int WrongPassesPerMinute { get; set; } = 300;

    /// <summary>After this many wrong passes with the code of one meeting, who types a pass for it waits for a turn.</summary>
    [Range(1, 1_000_000)]
    public int WrongPassesAtMeeting { get; set; } = 60;
}
