using System.Text;

namespace Participatie.Web.Reading.Printing.Fonts;

/// <summary>How a piece of text looks.</summary>
public readonly record struct Look(bool Bold = false, bool Italic = false, bool Mono = false);

/// <summary>The fonts of one document.</summary>
public sealed class FontCase
{
    /// <summary>A box: what a reader sees of a sign that no typeface has.</summary>
    private static readonly Rune Missing = new(0x25A1);

    private static readonly string[] Names =
        ["NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic", "NotoSansMono-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular"];

    private static readonly Typeface[] Typefaces = [.. Names.Select(Load)];

    private readonly EmbeddedFont[] fonts = [.. Typefaces.Select((typeface, number) => new EmbeddedFont(typeface, number))];
    private readonly HashSet<EmbeddedFont> used = [];

    private EmbeddedFont Regular => fonts[0];

    private EmbeddedFont Mono => fonts[4];

    private EmbeddedFont Symbols => fonts[5];

    private EmbeddedFont Emoji => fonts[6];

    /// <summary>Those that something was set in, in a fixed order.</summary>
    public IEnumerable<EmbeddedFont> Used => fonts.Where(used.Contains);

    /// <summary>The sign for a character, in the first typeface that has it.</summary>
    public (EmbeddedFont Font, ushort Sign, int Width) Find(Look look, Rune character)
    {
        var wanted = Font(look);
        foreach (var font in (ReadOnlySpan<EmbeddedFont>)[wanted, Regular, Mono, Symbols, Emoji])
        {
            if (font.Typeface.GlyphOf(character) is { } glyph)
                return Take(font, glyph, character.ToString());
        }

        return Take(Mono, Mono.Typeface.GlyphOf(Missing) ?? 0, character.ToString());
    }

    private (EmbeddedFont Font, ushort Sign, int Width) Take(EmbeddedFont font, int glyph, string text)
    {
        used.Add(font);
        return (font, font.SignOf(glyph, text) ?? 0, font.Typeface.WidthOf(glyph));
    }

    private EmbeddedFont Font(Look look) => look switch
    {
        { Mono: true } => Mono,
        { Bold: true, Italic: true } => fonts[3],
        { Italic: true } => fonts[2],
        { Bold: true } => fonts[1],
        _ => Regular,
    };

    private static Typeface Load(string name)
    {
        using var resource = typeof(FontCase).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new Typeface(name, content.ToArray());
    }
}
