using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Shared;

public sealed class SecurityHeadersTests() : ServerTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/assets/site.css", HttpStatusCode.OK)]
    [InlineData("GET", "/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("GET", "/beheer", HttpStatusCode.Found)]
    [InlineData("GET", "/m/ZZZZZZ", HttpStatusCode.SeeOther)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("POST", "/meedoen", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/hubs/meeting", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/hubs/niets/negotiate", HttpStatusCode.NotFound)]
    public async Task Every_kind_of_answer_carries_the_security_headers(string method, string address, HttpStatusCode status)
    {
        await AssertHeadersAsync(method, address, status);
    }

    [Theory]
    [InlineData("TRACE", "/")]
    [InlineData("PUT", "/meedoen")]
    [InlineData("OPTIONS", "/besluiten")]
    [InlineData("DELETE", "/beheer")]
    [InlineData("TRACE", "/robots.txt")]
    public async Task What_no_browser_asks_of_a_page_is_refused(string method, string address)
    {
        await AssertHeadersAsync(method, address, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_failure_of_our_own_carries_them_too()
    {
        await Server.Db.ExecuteAsync("drop view published_minutes", null, Ct);

        await AssertHeadersAsync("GET", $"/verslagen/{Guid.Empty}", HttpStatusCode.InternalServerError);
    }

    private async Task AssertHeadersAsync(string method, string address, HttpStatusCode status)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Address, address));
        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }
}
