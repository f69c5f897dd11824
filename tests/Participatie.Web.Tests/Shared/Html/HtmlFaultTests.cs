using Participatie.Testing.Tools;

namespace Participatie.Web.Tests.Shared.Html;

/// <summary>The validator does find faults: a check that finds nothing in anything would pass for ever.</summary>
public sealed class HtmlFaultTests
{
    [Theory]
    [InlineData("<h1>Kop</h1><p>Tekst</p>", null)]
    [InlineData("<h1>Kop</h1><p id=\"a\">Een</p><p id=\"a\">Twee</p>", "no-dup-id")]
    [InlineData("<h1>Kop</h1><p><b>Tekst</p></b>", "close-order")]
    [InlineData("<h1>Kop</h1><ul><p>Tekst</p></ul>", "element-permitted-content")]
    [InlineData("<h1>Kop</h1><img src=\"/plaatje.png\">", "wcag/h37")]
    public async Task A_fault_is_found_under_its_name(string body, string? rule)
    {
        var page = new SentHtml("/pagina", $"<!doctype html>\n<html lang=\"nl\" dir=\"ltr\">\n<head><title>Pagina</title></head>\n<body>\n{body}\n</body>\n</html>\n");

        Assert.Equal(rule, (await HtmlFault.AllInAsync([page])).Select(fault => fault.Rule).FirstOrDefault());
    }
}
