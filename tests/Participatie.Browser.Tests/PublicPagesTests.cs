namespace Participatie.Browser.Tests;

/// <summary>The pages that no story passes.</summary>
public sealed class PublicPagesTests : BrowserTests
{
    [Theory]
    [InlineData("/wijken")]
    [InlineData("/wijken/delft-west")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/privacy")]
    [InlineData("/open-data")]
    [InlineData("/hulp")]
    [InlineData("/hulp/bewoner")]
    [InlineData("/hulp/begeleider")]
    [InlineData("/hulp/verslaglegger")]
    [InlineData("/hulp/bestuur")]
    [InlineData("/hulp/beheerder")]
    [InlineData("/berichten?van=/wijken/delft-west")]
    [InlineData("/berichten/klaar/gevraagd")]
    [InlineData("/inloggen")]
    [InlineData("/meedoen?onbekend=true")]
    public async Task A_public_page_is_accessible_on_a_phone(string path)
    {
        var page = await OpenAsync(Device.Phone, path);

        await CheckAsync(page, "pagina" + path.Replace('/', '-').Replace('?', '-'));
    }
}
