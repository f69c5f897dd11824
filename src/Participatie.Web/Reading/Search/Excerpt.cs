using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Participatie.Web.Reading.Search;

/// <summary>A piece of a text; <paramref name="Found"/> when it is a word that was looked for.</summary>
public readonly record struct Fragment(string Text, bool Found);

/// <summary>Pieces of a text one after another, for a page: all that people typed is escaped.</summary>
public sealed record Passage(IReadOnlyList<Fragment> Fragments) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (text, found) in Fragments)
        {
            writer.Write(found ? "<mark>" : "");
            encoder.Encode(writer, text);
            writer.Write(found ? "</mark>" : "");
        }
    }
}

/// <summary>
/// The part of a text that shows best why it was found. Made here and not by the databases: it is the same on both, and its
/// pieces are text that the page escapes.
/// </summary>
public static class Excerpt
{
    /// <summary>In characters: three lines on a laptop, six on a phone.</summary>
    private const int Length = 240;

    /// <summary>Of which so many, at most, come before the first word that was found.</summary>
    private const int Lead = 60;

    /// <summary>A whole short text, such as a title, in pieces.</summary>
    public static Passage Marked(string text, Question question) => new(Cut(text, 0, text.Length, Hits(text, question)));

    /// <summary>The part of a long text where most of the words stand together; its beginning when it holds none.</summary>
    public static Passage Of(string text, Question question)
    {
        var hits = Hits(text, question);
        var (start, end) = Window(text, Best(hits));
        var pieces = Cut(text, start, end, hits);
        for (var piece = 0; piece < pieces.Count; piece++)
            pieces[piece] = pieces[piece] with { Text = pieces[piece].Text.Replace("\n", " · ", StringComparison.Ordinal) };
        if (start > 0)
            pieces.Insert(0, new Fragment("… ", Found: false));
        if (end < text.Length)
            pieces.Add(new Fragment(" …", Found: false));
        return new Passage(pieces);
    }

    private static List<Hit> Hits(string text, Question question)
    {
        var hits = new List<Hit>();
        if (question.Words.Count == 0)
            return hits;
        foreach (var word in Words.In(text))
        {
            for (var asked = 0; asked < question.Words.Count; asked++)
            {
                if (!question.Words[asked].Finds(word.Letters))
                    continue;
                hits.Add(new Hit(word.Start, word.Start + word.Length, asked));
                break;
            }
        }

        return hits;
    }

    /// <summary>Where the most different words follow within one excerpt.</summary>
    private static int Best(List<Hit> hits)
    {
        var (best, most, last) = (0, 0, 0);
        for (var first = 0; first < hits.Count; first++)
        {
            while (last < hits.Count && hits[last].End - hits[first].Start <= Length - Lead)
                last++;
            var different = hits[first..Math.Max(last, first + 1)].Select(hit => hit.Asked).Distinct().Count();
            if (different > most)
                (best, most) = (hits[first].Start, different);
            if (different == Question.MostWords)
                break;
        }

        return best;
    }

    /// <summary>Begins and ends between words.</summary>
    private static (int Start, int End) Window(string text, int found)
    {
        var start = found <= Lead ? 0 : AfterSpace(text, found - Lead, found);
        if (start + Length >= text.Length)
            return (start, text.Length);

        var space = text.LastIndexOfAny([' ', '\n'], start + Length, Length / 2);
        return (start, space > start ? space : WholeSign(text, start + Length));
    }

    private static int AfterSpace(string text, int from, int to) =>
        text.AsSpan(from, to - from).IndexOfAny(' ', '\n') is var space and >= 0 ? from + space + 1 : WholeSign(text, from);

    private static int WholeSign(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static List<Fragment> Cut(string text, int start, int end, List<Hit> hits)
    {
        var pieces = new List<Fragment>();
        var at = start;
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= end))
        {
            Add(text[at..hit.Start], found: false);
            Add(text[hit.Start..hit.End], found: true);
            at = hit.End;
        }

        Add(text[at..end], found: false);
        return pieces;

        void Add(string piece, bool found)
        {
            if (piece.Length > 0)
                pieces.Add(new Fragment(piece, found));
        }
    }

    private readonly record struct Hit(int Start, int End, int Asked);
}
