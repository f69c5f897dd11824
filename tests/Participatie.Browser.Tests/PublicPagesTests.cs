namespace Participatie.Browser.Tests;

/// <summary>Public pages with something else on them than usual.</summary>
public sealed class PublicPagesTests : BrowserTests
{
    [Theory]
    [InlineData("/wijken/delft-west")]
    [InlineData("/berichten?van=/wijken/delft-west")]
    [InlineData("/meedoen?onbekend=true")]
    public async Task A_public_page_is_accessible_on_a_phone(string path)
    {
        var page = await OpenAsync(Device.Phone, path);

        await CheckAsync(page, "anders" + path.Replace('/', '-').Replace('?', '-'));
    }
}
