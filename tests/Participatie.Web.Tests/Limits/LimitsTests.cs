using System.Net;
using System.Net.Sockets;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Tests.Telemetry;

namespace Participatie.Web.Tests.Limits;

/// <summary>One account, one phone and one connection ask no more than a person can; their neighbours do not notice.</summary>
public sealed class LimitsTests : IDisposable
{
    private const int Forms = 3;
    private const int Calls = 5;

    private readonly Notebook notebook = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task An_account_that_sends_form_after_form_waits_and_its_colleague_does_not()
    {
        await using var hall = await OpenAsync($"--Participatie:Limits:StaffFormsPerMinute={Forms}");
        using var samira = await hall.Server.SignInAsync(StaffRole.Facilitator, hall.TableId);
        using var noor = await hall.Server.SignInAsync(StaffRole.MinuteTaker, hall.TableId);
        await samira.GetAsync("/weergave");

        for (var form = 0; form < Forms; form++)
        {
            await samira.PostAsync("/weergave");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, samira.Status);
        }

        await samira.PostAsync("/weergave");
        Assert.Equal(HttpStatusCode.TooManyRequests, samira.Status);
        Assert.Equal("Even wachten", samira.Page.QuerySelector("h1")!.TextContent);
        await samira.GetAsync($"/m/{hall.Code}/leiden");
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        Assert.Equal(1, CountLines("More forms came from account"));
        await noor.GetAsync("/weergave");
        await noor.PostAsync("/weergave");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, noor.Status);
    }

    [Fact]
    public async Task A_phone_that_sends_form_after_form_waits_and_the_hall_behind_the_same_address_does_not()
    {
        await using var hall = await OpenAsync($"--Participatie:Limits:PhoneFormsPerMinute={Forms}");
        using var anna = new Resident(hall.Server);
        using var bilal = new Resident(hall.Server);
        foreach (var resident in new[] { anna, bilal })
            await resident.LookAsync(hall.Code);

        for (var form = 0; form <= Forms; form++)
            await anna.Phone.PostAsync($"/m/{hall.Code}/hand?handler=Lower");
        await bilal.Phone.PostAsync($"/m/{hall.Code}/hand?handler=Lower");

        Assert.Equal(HttpStatusCode.TooManyRequests, anna.Phone.Status);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, bilal.Phone.Status);
        Assert.Equal(1, CountLines("More forms came from a phone"));
    }

    [Fact]
    public async Task A_connection_that_calls_and_calls_hears_to_try_again_later()
    {
        await using var hall = await OpenAsync($"--Participatie:Limits:CallsPerMinute={Calls}");
        await using var phone = await OpenPhoneAsync(hall, cookies: null);
        await using var neighbour = await OpenPhoneAsync(hall, cookies: null);

        for (var call = 0; call < Calls; call++)
            await phone.InvokeAsync("Join", hall.Code);

        var refused = await Assert.ThrowsAsync<HubRefusedException>(() => phone.InvokeAsync("Join", hall.Code));
        Assert.Contains("notStored", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, CountLines("A connection called more often"));
        await neighbour.InvokeAsync("Join", hall.Code);
    }

    [Fact]
    public async Task Who_floods_the_server_does_not_flood_its_log()
    {
        await using var hall = await OpenAsync("--Participatie:Joining:WrongPassesAtMeeting=1", "--Participatie:Limits:PhoneFormsPerMinute=1");
        using var anna = new Resident(hall.Server);
        await anna.LookAsync(hall.Code);

        for (var form = 0; form < 101; form++)
            await anna.Phone.PostAsync($"/m/{hall.Code}/hand?handler=Lower");
        for (var guess = 0; guess < 100; guess++)
            hall.Get<GuessLimit>().Count(hall.MeetingId);

        Assert.Equal(7, CountLines("More forms came from a phone")); // 1, 2, 4 … 64
        Assert.Equal(6, CountLines("Passes are being guessed for meeting")); // the first was allowed
    }

    [Fact]
    public async Task One_phone_has_so_many_screens_and_no_more()
    {
        await using var hall = await OpenAsync();
        using var anna = new Resident(hall.Server);
        await anna.LookAsync(hall.Code);
        var poll = await hall.OpenPollAsync();
        var screens = new List<HubPhone>();
        try
        {
            var verdicts = new List<string?>();
            for (var screen = 0; screen < 21; screen++)
            {
                screens.Add(await OpenPhoneAsync(hall, anna.Phone.Cookies));
                await screens[^1].InvokeAsync("Join", hall.Code);
                verdicts.Add((await screens[^1].InvokeAsync("CastVote", poll, new[] { new { option = 0 } }, screen + 1)).GetProperty("verdict").GetString());
            }

            Assert.DoesNotContain("notEntitled", verdicts.Take(20));
            Assert.Equal("notEntitled", verdicts[20]);
        }
        finally
        {
            foreach (var screen in screens)
                await screen.DisposeAsync();
        }
    }

    [Fact]
    public async Task Connections_beyond_what_the_server_may_hold_are_closed_at_once()
    {
        const int most = 8;
        await using var hall = await OpenAsync($"--Participatie:Limits:Connections={most}");
        var held = new List<TcpClient>();
        try
        {
            for (var connection = 0; connection < most; connection++)
                held.Add(await ConnectAsync(hall));
            using var refused = await ConnectAsync(hall);

            Assert.Equal(0, await refused.GetStream().ReadAsync(new byte[1], Ct));
        }
        finally
        {
            held.ForEach(connection => connection.Dispose());
        }
    }

    private Task<Hall> OpenAsync(params string[] settings) => Hall.OpenAsync(DatabaseKind.Sqlite, notebook.LieOpenIn, settings);

    private int CountLines(string text) => notebook.Lines.Count(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal));

    private static async Task<HubPhone> OpenPhoneAsync(Hall hall, string? cookies) =>
        await (await HubPhones.SharedAsync()).OpenAsync(new Uri(hall.Server.Address, "/hubs/meeting"), cookies);

    private static async Task<TcpClient> ConnectAsync(Hall hall)
    {
        var client = new TcpClient();
        await client.ConnectAsync(hall.Server.Address.Host, hall.Server.Address.Port, Ct);
        return client;
    }
}
