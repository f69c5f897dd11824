using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Telemetry;

/// <summary>What leaves the server for whoever watches over it.</summary>
public sealed class TelemetryTests
{
    private const string Browser = "Zeldzame-Telefoon/7";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_vote_is_numbers_and_nothing_that_leads_to_a_person()
    {
        await using var collector = await Collector.StartAsync();
        await using var hall = await Hall.OpenAsync(
            DatabaseKind.Sqlite,
            adjust: null,
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        var pass = hall.TakePass();
        var secrets = await VoteAsync(hall, pass);

        hall.Get<MeterProvider>().ForceFlush();
        hall.Get<TracerProvider>().ForceFlush();
        var (numbers, traces) = (collector.Read("metrics"), collector.Read("traces"));

        foreach (var instrument in (string[])["participatie.votes", "participatie.vote.confirmation", "participatie.broadcasts", "participatie.phones.connected", "participatie.ballotbox.queue", "http.server.request.duration"])
            Assert.Contains(instrument, numbers, StringComparison.Ordinal);
        Assert.Contains("accepted", numbers, StringComparison.Ordinal);
        Assert.Contains("wijken", traces, StringComparison.OrdinalIgnoreCase);
        foreach (var place in (string[])["/m/", "m/{code}", "hubs", "meedoen", "stem", "CastVote"])
            Assert.DoesNotContain(place, traces, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, numbers, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, traces, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Without_an_address_to_send_to_nothing_is_collected()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);

        Assert.Null(hall.Server.Services.GetService(typeof(MeterProvider)));
        Assert.Null(hall.Server.Services.GetService(typeof(TracerProvider)));
    }

    /// <summary>Somebody reads the site, looks something up, joins with a pass and votes, with a form and over the hub; what may not be told of that.</summary>
    private static async Task<IReadOnlyList<string>> VoteAsync(Hall hall, string pass)
    {
        using var anna = new Resident(hall.Server);
        anna.Phone.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        await anna.Phone.GetAsync("/wijken?naam=Zoekwoord");
        await anna.Phone.GetAsync($"/zoeken?q={pass}");
        await anna.TypeCodeAsync(pass);
        await anna.LookAsync(hall.Code);
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(hall.Server.Address, "/hubs/meeting"), anna.Phone.Cookies, "tallyChanged");
        await phone.InvokeAsync("Join", hall.Code);

        var poll = await hall.OpenPollAsync(method: new YesNoAbstain());
        await anna.LookAsync(hall.Code);
        await anna.VoteAsync("Ja");
        var receipt = anna.Receipt!;
        await phone.InvokeAsync("CastVote", poll, new[] { new { option = 1 } }, long.MaxValue >> 12);
        await phone.HearAsync("tallyChanged");
        return [hall.Code, pass, receipt, poll.ToString(), hall.MeetingId.ToString(), Browser, "Zoekwoord", "127.0.0.1", "Komen er bankjes"];
    }
}
