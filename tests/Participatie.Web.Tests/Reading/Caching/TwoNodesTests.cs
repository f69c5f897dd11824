using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Reading;

namespace Participatie.Web.Tests.Reading.Caching;

/// <summary>A node does not hear what another publishes; so it keeps a copy for a short time only.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_publishes_the_other_shows_when_its_copy_expires()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var here = await TestServer.StartNodeAsync(database);
        await using var there = await TestServer.StartNodeAsync(database, KeepFor(TimeSpan.FromSeconds(1)));
        var evening = await Evening.PlanAsync(here);
        using var reader = there.NewVisitor();
        await reader.GetAsync("/");
        Assert.DoesNotContain("Nu bezig", reader.Source, StringComparison.Ordinal);

        await evening.OpenAsync();

        await Task.Delay(TimeSpan.FromSeconds(1.5), Ct);
        await reader.GetAsync("/");
        Assert.Contains("Nu bezig", reader.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_can_turn_it_off()
    {
        await using var server = await TestServer.StartAsync(DatabaseKind.Sqlite, KeepFor(TimeSpan.Zero));
        using var reader = server.NewVisitor();
        await reader.GetAsync("/");

        using var again = await reader.Http.GetAsync("/", Ct);

        Assert.Null(again.Headers.Age);
        Assert.NotNull(again.Headers.ETag);
    }

    private static Action<WebApplicationBuilder> KeepFor(TimeSpan time) => builder => builder.Services.Configure<ReadingOptions>(options => options.KeepFor = time);
}
