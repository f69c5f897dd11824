using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Shared;

public abstract class ErrorPagesTests(DatabaseKind kind) : ServerTests(kind)
{
    [Fact]
    public async Task An_unknown_address_is_explained_in_plain_Dutch_with_a_way_out()
    {
        var page = await Visitor.GetAsync("/bestaat-niet");

        Assert.Equal(HttpStatusCode.NotFound, Visitor.Status);
        Assert.Equal("Deze pagina bestaat niet", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var answer = await Visitor.Http.GetAsync(new Uri("/bestaat-niet", UriKind.Relative), Ct);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_probe_says_that_the_process_lives()
    {
        Assert.Equal("Healthy", await Visitor.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative), Ct));
    }

    public sealed class OnSqlite() : ErrorPagesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ErrorPagesTests(DatabaseKind.Postgres);
}
