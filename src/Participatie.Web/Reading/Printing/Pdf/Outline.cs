using System.Globalization;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>A heading, and where it stands.</summary>
/// <param name="Level">Counts from 1, and is never more than one below the one before.</param>
public sealed record Headline(int Level, string Text, string Place);

/// <summary>The list of chapters that a reader shows beside the pages.</summary>
public static class Outline
{
    public static int Write(PdfFile file, IReadOnlyList<Headline> headlines)
    {
        var top = file.Reserve();
        var numbers = headlines.Select(_ => file.Reserve()).ToArray();
        var children = new Dictionary<int, List<int>> { [top] = [] };
        var above = new Stack<(int Level, int Number)>([(0, top)]);
        var parents = new int[numbers.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            while (above.Peek().Level >= headlines[index].Level)
                above.Pop();
            parents[index] = above.Peek().Number;
            children[parents[index]].Add(numbers[index]);
            children[numbers[index]] = [];
            above.Push((headlines[index].Level, numbers[index]));
        }

        foreach (var siblings in children.Values.ToList())
        {
            for (var place = 0; place < siblings.Count; place++)
            {
                var index = siblings[place] - numbers[0];
                file.Set(
                    siblings[place],
                    $"<</Title{PdfText.Of(headlines[index].Text)}/Dest{headlines[index].Place}{Reference("Parent", parents[index])}"
                    + $"{(place > 0 ? Reference("Prev", siblings[place - 1]) : "")}{(place + 1 < siblings.Count ? Reference("Next", siblings[place + 1]) : "")}{Ends(children[siblings[place]])}>>");
            }
        }

        file.Set(top, $"<</Type/Outlines{Ends(children[top])}>>");
        return top;
    }

    /// <summary>The chapters below one; they are shown.</summary>
    private static string Ends(List<int> children) => children.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Reference("First", children[0])}{Reference("Last", children[^1])}/Count {children.Count}");

    private static string Reference(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"/{name} {number} 0 R");
}
