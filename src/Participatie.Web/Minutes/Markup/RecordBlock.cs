using Markdig.Parsers;
using Markdig.Syntax;

namespace Participatie.Web.Minutes.Markup;

/// <summary>A line such as <c>Wie: Samira</c> at the head of a block.</summary>
/// <param name="Line">Counted from 0, as Markdig does.</param>
public sealed record RecordField(string Name, string Value, int Line);

/// <summary>
/// A block in the minutes that records something to be found back: a decision or an action item. It stands between a line
/// such as <c>::: besluit</c> and a line <c>:::</c>.
/// </summary>
/// <param name="parser">Who made it.</param>
/// <param name="word">What stands behind the first colons.</param>
public sealed class RecordBlock(BlockParser parser, string word) : ContainerBlock(parser)
{
    public string Word => word;

    public List<RecordField> Fields { get; } = [];

    /// <summary>Do fields still come, or has the text begun?</summary>
    public bool IsAtHead { get; set; } = true;

    /// <summary>False when the text ended, or another block began, before the closing colons.</summary>
    public bool IsEnded { get; set; }

    /// <summary>What it was understood as; null when something in it is wrong.</summary>
    public MinutesRecord? Meaning { get; set; }
}
