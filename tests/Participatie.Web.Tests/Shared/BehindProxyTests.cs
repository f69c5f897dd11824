using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Shared;

/// <summary>The server behind a proxy that ends TLS, as in a municipality.</summary>
public sealed class BehindProxyTests() : ServerTests(DatabaseKind.Sqlite)
{
    private const string Site = "tafel.example";

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(PublicAddress.Key, $"https://{Site}")]);
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto);
        builder.Services.AddTransient<Microsoft.AspNetCore.Hosting.IStartupFilter, Proxied>();
    }

    [Fact]
    public async Task Over_https_a_cookie_belongs_to_this_host_alone()
    {
        using var answer = await SendAsync(AccountsSetup.SignInPath);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task A_cookie_comes_back_by_its_long_name_and_one_that_a_neighbour_set_is_not_read()
    {
        const string kept = "weergave=nl.Large.False";

        Assert.DoesNotContain("letters-Large", await ReadAsync(kept), StringComparison.Ordinal);
        Assert.Contains("letters-Large", await ReadAsync($"__Host-{kept}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_is_not_answered_to()
    {
        using var other = await SendAsync("/", host: "elders.example");
        using var probe = await SendAsync("/health/live", host: "localhost");

        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData($"https://{Site}", true)]
    [InlineData($"http://{Site}", false)]
    [InlineData("https://kwaad.example", false)]
    [InlineData($"https://{Site}.kwaad.example", false)]
    [InlineData("null", false)]
    public async Task A_page_elsewhere_opens_no_connection(string? origin, bool isOpened)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", Site);
        socket.Options.SetRequestHeader("X-Forwarded-Proto", "https");
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        var opening = socket.ConnectAsync(new UriBuilder(Server.Address) { Scheme = "ws", Path = "/hubs/meeting" }.Uri, Ct);

        if (isOpened)
            await opening;
        else
            await Assert.ThrowsAsync<WebSocketException>(() => opening);
        Assert.Equal(isOpened, socket.State == WebSocketState.Open);
    }

    private async Task<string> ReadAsync(string cookie)
    {
        using var answer = await SendAsync("/meedoen", cookie: cookie);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string host = Site, string? cookie = null)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, path));
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request, Ct);
    }

    /// <summary>What <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> does.</summary>
    private sealed class Proxied : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders();
            next(app);
        };
    }
}
