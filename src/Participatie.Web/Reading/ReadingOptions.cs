namespace Participatie.Web.Reading;

/// <summary>How the public site is served; section <see cref="Section"/> of the configuration.</summary>
public sealed class ReadingOptions
{
    public const string Section = "Participatie:Reading";

    /// <summary>
    /// What is published on this node is seen at once. A copy of a page is kept no longer than this, because of what this
    /// node does not hear of: another node on the same database, a command of the operator, a meeting whose hour has
    /// passed. Zero keeps nothing.
    /// </summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The memory for all copies together, in megabytes; the least used make room.</summary>
    public int KeepMegabytes { get; set; } = 32;
}
