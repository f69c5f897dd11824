using System.Globalization;
using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>How a PDF writes text, numbers and moments.</summary>
public static class PdfText
{
    /// <summary>A text for people, as hexadecimal UTF-16.</summary>
    public static string Of(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>An address, of which only printable ASCII without brackets is left.</summary>
    public static string Address(Uri address) => $"({address.AbsoluteUri.Replace("\\", "%5C", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A rectangle: left, bottom, right and top.</summary>
    public static string Box(double left, double bottom, double right, double top) => $"[{Number(left)} {Number(bottom)} {Number(right)} {Number(top)}]";
}
