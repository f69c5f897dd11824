using System.Globalization;
using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>How a PDF writes text, numbers and moments.</summary>
public static class PdfText
{
    /// <summary>A text for people, as hexadecimal UTF-16.</summary>
    public static string Of(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>An address in ASCII, in which nothing ends the text too soon.</summary>
    public static string Address(Uri address) =>
        $"({string.Concat(address.AbsoluteUri.EnumerateRunes().Select(sign => IsPlain(sign) ? sign.ToString() : Escaped(sign)))})";

    private static bool IsPlain(Rune sign) => sign.IsAscii && sign.Value is not ('(' or ')' or '\\');

    private static string Escaped(Rune sign) => string.Concat(Encoding.UTF8.GetBytes(sign.ToString()).Select(part => $"%{part:X2}"));

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A rectangle: left, bottom, right and top.</summary>
    public static string Box(double left, double bottom, double right, double top) => $"[{Number(left)} {Number(bottom)} {Number(right)} {Number(top)}]";
}
