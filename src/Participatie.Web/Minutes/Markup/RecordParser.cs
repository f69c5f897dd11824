using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Participatie.Web.Minutes.Markup;

/// <summary>Reads the blocks between colons. What is wrong inside them is for <see cref="RecordReader"/> to say.</summary>
public sealed partial class RecordParser : BlockParser
{
    public RecordParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Opening().Match(processor.Line.ToString()) is not { Success: true } opening)
            return BlockState.None;

        processor.NewBlocks.Push(new RecordBlock(this, opening.Groups["word"].Value)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var record = (RecordBlock)block;
        var line = processor.Line.ToString();
        if (Opening().IsMatch(line))
            return BlockState.Break; // somebody forgot to end this one; the next is not part of it

        record.UpdateSpanEnd(processor.Line.End);
        if (Ending().IsMatch(line))
        {
            record.IsEnded = true;
            return BlockState.BreakDiscard;
        }

        if (record.IsAtHead && Field().Match(line) is { Success: true } field)
        {
            record.Fields.Add(new RecordField(field.Groups["name"].Value, field.Groups["value"].Value, processor.LineIndex));
            return BlockState.ContinueDiscard;
        }

        record.IsAtHead = false;
        return BlockState.Continue;
    }

    [GeneratedRegex(@"^\s*:::+[ \t]*(?<word>[^\s:].*?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*:::+\s*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\s*(?<name>\p{L}[\p{L}'’ ]{0,30}?)\s*:\s*(?<value>.*?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Field();
}
