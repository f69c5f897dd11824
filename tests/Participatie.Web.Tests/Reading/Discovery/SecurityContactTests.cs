using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Participatie.Testing;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Reading.Discovery;

public sealed class SecurityContactTests() : ServerTests(DatabaseKind.Sqlite)
{
    private const string Address = "/.well-known/security.txt";

    [Fact]
    public async Task It_says_where_to_report_and_for_how_long_that_holds()
    {
        using var answer = await Visitor.Http.GetAsync(Address, Ct);
        var fields = (await answer.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")).ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("mailto:beveiliging@tafel.example", fields["Contact"]);
        Assert.Equal("nl, en", fields["Preferred-Languages"]);
        Assert.EndsWith(Address, fields["Canonical"], StringComparison.Ordinal);
        var expires = DateTimeOffset.ParseExact(fields["Expires"], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(expires, DateTimeOffset.UtcNow.AddDays(60), DateTimeOffset.UtcNow.AddDays(365));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_such_file()
    {
        await using var silent = await TestServer.StartAsync(DatabaseKind.Sqlite);
        using var visitor = silent.NewVisitor();
        using var answer = await visitor.Http.GetAsync(Address, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Participatie:Security:Contact", "mailto:beveiliging@tafel.example")]);
}
