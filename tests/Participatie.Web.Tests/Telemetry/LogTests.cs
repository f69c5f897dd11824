using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Telemetry;

/// <summary>What somebody who reads the log of the server learns.</summary>
public sealed class LogTests() : HallTests(DatabaseKind.Sqlite)
{
    private readonly Notebook notebook = new();

    [Fact]
    public async Task Also_a_talkative_log_tells_nothing_of_who_was_where()
    {
        var pass = Hall.TakePass();
        var poll = await Hall.OpenPollAsync();
        using var anna = new Resident(Hall.Server);
        await anna.TypeCodeAsync("ZZZZZZ");
        await anna.TypeCodeAsync(pass);
        await anna.LookAsync(Hall.Code);
        await anna.VoteAsync("Ja");
        var receipt = anna.Receipt!;
        await anna.Phone.GetAsync($"/m/{Hall.Code}/bestaat-niet");
        using (var forged = await anna.Phone.Http.PostAsync($"/m/{Hall.Code}/peilingen/{poll}/stem", content: null, Ct))
            Assert.False(forged.IsSuccessStatusCode);
        await using (var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), anna.Phone.Cookies))
        {
            await phone.InvokeAsync("Join", Hall.Code);
            await Assert.ThrowsAsync<HubRefusedException>(() => phone.InvokeAsync("CastVote", poll, "nonsense", 1));
        }

        await Hall.CloseAsync(poll);

        // Where the server listens is no secret; where somebody calls from is.
        var log = string.Join('\n', notebook.Lines.Where(line => !line.Contains("Microsoft.Hosting.Lifetime", StringComparison.Ordinal)));
        Assert.Contains(notebook.Lines, line => line.StartsWith("Information Microsoft.Hosting.Lifetime", StringComparison.Ordinal));
        foreach (var secret in (string[])[Hall.Code, pass, receipt, "127.0.0.1", "::1", poll.ToString(), "nonsense"])
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_asks_what_only_others_may_is_written_down_by_account_and_route_alone()
    {
        using var noor = await Hall.Server.SignInAsync(StaffRole.MinuteTaker, Hall.TableId);

        await noor.GetAsync($"/m/{Hall.Code}/leiden");

        Assert.Equal(HttpStatusCode.Forbidden, noor.Status);
        var line = Assert.Single(notebook.Lines, line => line.Contains("asked what it may not", StringComparison.Ordinal));
        Assert.StartsWith("Warning Participatie.Web.Accounts", line, StringComparison.Ordinal);
        Assert.EndsWith("GET m/{code}/leiden", line.Trim(), StringComparison.Ordinal);
    }

    /// <summary>An operator who wants to see everything.</summary>
    protected override void Adjust(WebApplicationBuilder builder)
    {
        notebook.LieOpenIn(builder);
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>("Logging:LogLevel:Default", "Trace"),
            KeyValuePair.Create<string, string?>("Logging:LogLevel:Microsoft", "Trace"),
            KeyValuePair.Create<string, string?>("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"),
        ]);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        notebook.Dispose();
    }
}
