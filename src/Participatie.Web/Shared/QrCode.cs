using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Participatie.Web.Shared;

/// <summary>A QR code as inline SVG, always dark on white with its quiet zone, so that every phone reads it from any theme.</summary>
public static class QrCode
{
    public static IHtmlContent Svg(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new HtmlString(code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
