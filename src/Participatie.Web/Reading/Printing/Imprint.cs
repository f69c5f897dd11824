using System.Globalization;
using Microsoft.Extensions.Localization;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Printing;

/// <summary>What stands before and behind the text of minutes: what they are of, and how to tell that they are real.</summary>
/// <param name="address">The public address of a path.</param>
public sealed class Imprint(IStringLocalizer<Texts> texts, PublicMinutesRow minutes, Func<string, string> address)
{
    public string Title => texts["Verslag van {0}", minutes.MeetingTitle];

    private string Here => address($"/verslagen/{minutes.MeetingId}?versie={minutes.Version.ToString(CultureInfo.InvariantCulture)}");

    public IEnumerable<Block> Opening() =>
    [
        TextBlock.Of(TextStyle.Heading(1), Title),
        ListBlock.Facts(
        [
            Fact(texts["Tafel"], minutes.TableName),
            Fact(texts["Wanneer"], DutchTime.Moment(minutes.StartsAt)),
            .. minutes.Place.Length > 0 ? [Fact(texts["Waar"], minutes.Place)] : Array.Empty<ListEntry>(),
            Fact(texts["Versie"], texts["{0}, gepubliceerd op {1}", minutes.Version, DutchTime.Moment(minutes.PublishedAt)]),
            .. Adoption() is { } adoption ? [Fact(texts["Vastgesteld"], adoption)] : Array.Empty<ListEntry>(),
        ]),
        .. Note(),
    ];

    public IEnumerable<Block> Closing(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count > 0)
        {
            yield return TextBlock.Of(TextStyle.Heading(2), texts["Bijlagen"]);
            yield return ListBlock.Marked([.. attachments.Select(Entry)]);
        }

        yield return TextBlock.Of(TextStyle.Heading(2), texts["Is dit verslag echt?"]);
        yield return TextBlock.Of(TextStyle.Paragraph with { KeepsNext = true }, texts["Dit verslag staat ook op internet, op dit adres:"]);
        yield return TextBlock.Of(TextStyle.Paragraph, Here, new Hyperlink(Here));
        yield return TextBlock.Of(TextStyle.Paragraph with { KeepsNext = true }, texts["Deze versie kan niet meer veranderen. Zij heeft een controlegetal (SHA-256). Op dat adres kun je de tekst downloaden en het narekenen:"]);
        yield return new FrameBlock(FrameStyle.Code, "Div", [new TextBlock(TextStyle.Code, [new Run(minutes.Sha256, new Fonts.Look(Mono: true))])]);
    }

    private string? Adoption() => (minutes.AdoptedAt, minutes.AdoptedBy) switch
    {
        (null, _) => null,
        ({ } moment, { } chair) => texts["op {0} door voorzitter {1}", DutchTime.Date(moment), chair].Value,
        ({ } moment, null) => texts["op {0} met een stemming", DutchTime.Date(moment)].Value,
    };

    private IEnumerable<Block> Note() => minutes.Note.Length == 0
        ? []
        :
        [
            new FrameBlock(FrameStyle.Note, "Sect",
            [
                TextBlock.Of(TextStyle.Label, texts["Wat er anders is dan in de vorige versie:"]),
                TextBlock.Of(TextStyle.Paragraph, minutes.Note),
            ]),
        ];

    private IReadOnlyList<Block> Entry(Attachment attachment) =>
    [
        TextBlock.Of(TextStyle.Item, $"{attachment.Name} ({FileSize.Of(attachment.Bytes)})", new Hyperlink(attachment.Address)),
        TextBlock.Of(TextStyle.Small, address(attachment.Address)),
    ];

    private static ListEntry Fact(string name, string value) =>
        new(TextBlock.Of(TextStyle.Name, name), [TextBlock.Of(TextStyle.Item, value)]);
}
