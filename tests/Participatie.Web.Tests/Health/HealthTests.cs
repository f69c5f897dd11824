using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Health;

/// <summary>What a load balancer, or systemd, is told.</summary>
public abstract class HealthTests(DatabaseKind kind) : ServerTests(kind)
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task A_server_that_can_take_a_vote_is_ready() => Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("ready"));

    [Fact]
    public async Task A_schema_that_is_not_ours_is_not_ready_and_the_process_lives()
    {
        await Server.Db.ExecuteAsync("update schema_migrations set checksum = 'other'", null, Ct);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync("ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("live"));
    }

    [Fact]
    public async Task It_looks_again_after_a_second()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("ready")).Status);
        await Server.Db.ExecuteAsync("drop table schema_migrations", null, Ct);
        clock.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync("ready")).Status);
    }

    [Fact]
    public async Task A_server_that_is_about_to_stop_gets_no_more_visitors()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("ready")).Status);
        Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync("ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("live")).Status);
    }

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

    private async Task<(HttpStatusCode Status, string Word)> AskAsync(string question)
    {
        using var answer = await Visitor.Http.GetAsync($"/health/{question}", Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    public sealed class OnSqlite() : HealthTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : HealthTests(DatabaseKind.Postgres);
}
