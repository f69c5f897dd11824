using System.Text;
using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>Gathers the text of a paragraph as a browser shows it: all white space in a row is one space.</summary>
public sealed class Words
{
    private readonly List<Run> runs = [];
    private bool atBegin = true;
    private bool afterSpace;

    public void Add(string text, Look look, Hyperlink? link)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                afterSpace = true;
                continue;
            }

            if (afterSpace && !atBegin)
                AddSpace(shown, link);
            shown.Append(character);
            atBegin = afterSpace = false;
        }

        if (shown.Length > 0)
            runs.Add(new Run(shown.ToString(), look, link));
    }

    /// <summary>No link begins or ends with white.</summary>
    private void AddSpace(StringBuilder shown, Hyperlink? link)
    {
        if (shown.Length == 0 && runs.Count > 0 && link is not null && runs[^1].Link != link)
            runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} " };
        else
            shown.Append(' ');
    }

    /// <summary>With every space and line as it stands.</summary>
    public void AddExactly(string text, Look look, Hyperlink? link)
    {
        if (text.Length > 0)
            runs.Add(new Run(text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal), look, link));
        atBegin = afterSpace = false;
    }

    public void BreakLine()
    {
        runs.Add(new Run("\n"));
        (atBegin, afterSpace) = (true, false);
    }

    /// <summary>What was gathered; gathering begins anew.</summary>
    public IReadOnlyList<Run> Take()
    {
        while (runs.Count > 0 && string.IsNullOrWhiteSpace(runs[^1].Text))
            runs.RemoveAt(runs.Count - 1);
        IReadOnlyList<Run> taken = [.. runs];
        runs.Clear();
        (atBegin, afterSpace) = (true, false);
        return taken;
    }
}
