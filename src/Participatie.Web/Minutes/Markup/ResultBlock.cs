using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Participatie.Web.Minutes.Markup;

/// <summary>A line such as <c>[[uitslag 2]]</c>: here stands the result of the second poll of the meeting.</summary>
/// <param name="parser">Who made it.</param>
/// <param name="number">Polls count from 1, in the order in which they were opened.</param>
public sealed class ResultBlock(BlockParser parser, int number) : LeafBlock(parser)
{
    public int Number => number;

    /// <summary>The result as safe HTML; filled in before rendering.</summary>
    public string Html { get; set; } = "";
}

public sealed partial class ResultParser : BlockParser
{
    public ResultParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Reference().Match(processor.Line.ToString()) is not { Success: true } reference)
            return BlockState.None;

        processor.NewBlocks.Push(new ResultBlock(this, int.Parse(reference.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(@"^\s*\[\[\s*uitslag\s+(?<number>[0-9]{1,4})\s*\]\]\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Reference();
}
