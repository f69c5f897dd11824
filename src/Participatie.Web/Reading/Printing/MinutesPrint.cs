using Microsoft.Extensions.Localization;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Pdf;
using Participatie.Web.Reading.Printing.Setting;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Printing;

/// <summary>Published minutes as a PDF, read from what was frozen: the same version always gives the same bytes.</summary>
public sealed class MinutesPrint(IStringLocalizer<Texts> texts)
{
    private const double Right = Page.Width - Sheets.Side;
    private const double FooterAt = Page.Height - 52;
    private const double BetweenFooters = 24;
    private const int IdLength = 32;

    /// <summary>The longest texts take hundreds of megabytes and seconds: not all at once.</summary>
    private static readonly SemaphoreSlim Presses = new(2);

    /// <summary>The file.</summary>
    /// <param name="pictures">What can be shown, by its address in the minutes.</param>
    /// <param name="address">The public address of a path.</param>
    public async Task<byte[]> RunAsync(
        PublicMinutesRow minutes, IReadOnlyList<Attachment> attachments, IReadOnlyDictionary<string, Picture> pictures, Func<string, string> address, CancellationToken ct)
    {
        await Presses.WaitAsync(ct);
        try
        {
            return Print(minutes, attachments, pictures, address);
        }
        finally
        {
            Presses.Release();
        }
    }

    private byte[] Print(PublicMinutesRow minutes, IReadOnlyList<Attachment> attachments, IReadOnlyDictionary<string, Picture> pictures, Func<string, string> address)
    {
        var document = new TaggedDocument(link => Elsewhere(link, minutes, address));
        var imprint = new Imprint(texts, minutes, address);
        new Typesetter(new Sheets(document), pictures)
            .Set([.. imprint.Opening(), .. BlockReader.Read(minutes.Html), .. imprint.Closing(attachments)], document.Root);
        WriteFooters(document, imprint.Title, minutes.Version);
        return document.ToBytes(new DocumentFacts(imprint.Title, minutes.TableName, minutes.PublishedAt, minutes.Sha256[..IdLength]));
    }

    private static Uri? Elsewhere(string link, PublicMinutesRow minutes, Func<string, string> address)
    {
        var full = link switch
        {
            ['/', ..] => address(link),
            ['#', ..] => address(FormattableString.Invariant($"/verslagen/{minutes.MeetingId}?versie={minutes.Version}{link}")),
            _ => link,
        };
        return Uri.TryCreate(full, UriKind.Absolute, out var uri) ? uri : null;
    }

    private void WriteFooters(TaggedDocument document, string title, int version)
    {
        foreach (var (index, page) in document.Pages.Index())
        {
            var count = Footer(document, texts["versie {0} · bladzijde {1} van {2}", version, index + 1, document.Pages.Count], Page.Width);
            count.Place(page, count.Lines[0], Right - count.WidestLine, FooterAt, isAside: true);
            var name = Footer(document, title, Right - Sheets.Side - count.WidestLine - BetweenFooters);
            name.Place(page, name.Lines[0], Sheets.Side, FooterAt, isAside: true);
        }
    }

    private static SetText Footer(TaggedDocument document, string text, double width) =>
        new(document, TextBlock.Of(TextStyle.Footer, text.ReplaceLineEndings(" ")), width, new Tag("NonStruct"));
}
