using System.Net;
using System.Net.WebSockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Hardening;

/// <summary>Whatever is sent to the server, it answers, and goes on for everybody else.</summary>
public abstract class SentTests(DatabaseKind kind) : HallTests(kind)
{
    private const char EndOfMessage = '\x1e';

    [Fact]
    public async Task Made_up_forms_and_questions_are_answered_and_never_by_a_fault()
    {
        var addresses = await Addresses.InAsync(Hall);
        using var visitor = await Hall.Server.SignInAsync(StaffRole.Administrator, tableId: null);
        var asks = Endpoints.Of(Hall).Where(ask => ask.Method is "GET" or "POST" && !InjectionTests.Ending.Any(end => ask.Route.Contains(end, StringComparison.Ordinal))).ToList();

        await Fuzz.AllAsync(
            Arb.From(Gen.Elements<Ask>(asks).SelectMany(ask => Typed.Line.ListOf(ask.Inputs.Count + 1).Select(lines => (Ask: ask, Lines: lines.ToList())))),
            sent => SendAsync(visitor, addresses, sent.Ask, sent.Lines),
            shortRun: 100,
            costs: 20);

        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
    }

    [Fact]
    public async Task Made_up_messages_harm_nobody_but_who_sends_them()
    {
        var poll = await Hall.OpenPollAsync();
        using var anna = new Resident(Hall.Server);
        await anna.LookAsync(Hall.Code);

        await Fuzz.AllAsync(
            Arb.From(Message(poll, Hall.Code).NonEmptyListOf()),
            messages => SayAsync(anna.Phone.Cookies, messages),
            shortRun: 60,
            costs: 50);

        await using var bilal = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), cookies: null);
        Assert.Equal(Hall.Code, (await bilal.InvokeAsync("Join", Hall.Code)).GetProperty("meeting").GetProperty("code").GetString());
        Assert.InRange(await Hall.CountAsync("ballots", poll), 0, 1);
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
    }

    private static async Task SendAsync(Testing.Http.Visitor visitor, Addresses addresses, Ask ask, List<string> lines)
    {
        if (visitor.Page.QuerySelector("[name=__RequestVerificationToken]") is null)
            await visitor.GetAsync("/weergave");
        var address = addresses.Of(ask, Sound(lines[^1]));
        var fields = ask.Inputs.Zip(lines).ToArray();
        if (ask.Method is "GET")
            await visitor.GetAsync(fields.Aggregate(address, (path, field) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(field.First)}={Uri.EscapeDataString(Sound(field.Second))}"));
        else
            await visitor.PostAsync(address, fields);

        Assert.True(visitor.Status < HttpStatusCode.InternalServerError, $"{ask} answers {visitor.Status} to {string.Join(" | ", lines)}");
        Assert.Empty(Programs.In(visitor.Page));
    }

    /// <summary>Half a sign cannot be written into an address at all.</summary>
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What SignalR's protocol has, and what it has not, with values of every kind.</summary>
    private static Gen<string> Message(Guid poll, string code) => Gen.OneOf(
        Typed.Line,
        from target in Gen.Elements("\"Join\"", "\"CastVote\"", "\"WatchPresence\"", "\"castvote\"", "\"OnDisconnectedAsync\"", "null", "1", "\"\"")
        from arguments in Value(poll, code).ListOf()
        from type in Gen.Elements("1", "1", "1", "2", "4", "5", "6", "7", "99", "\"1\"", "-1")
        from invocation in Gen.Elements("\"1\"", "null", "1", "\"\"")
        select $$"""{"type":{{type}},"invocationId":{{invocation}},"target":{{target}},"arguments":[{{string.Join(',', arguments)}}]}""");

    private static Gen<string> Value(Guid poll, string code) => Gen.OneOf(
        Gen.Elements(
            $"\"{code}\"", $"\"{poll}\"", "[{\"option\":0}]", "[{\"option\":-1}]", "[{\"option\":0},{\"option\":0}]", "[{\"option\":2147483648}]", "[null]", "[]", "[[]]", "{}", "null", "1", "-1", "1e400", "true", "{\"option\":{}}",
            "[{\"option\":0,\"value\":\"x\"}]", "[{\"option\":0,\"reason\":\"\\u0000\"}]", string.Concat(Enumerable.Repeat("[", 80)) + string.Concat(Enumerable.Repeat("]", 80))),
        Typed.Line.Select(line => System.Text.Json.JsonSerializer.Serialize(line)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => $"{number}"));

    /// <summary>Says it all on one connection, for as long as the server listens.</summary>
    private async Task SayAsync(string cookies, IEnumerable<string> messages)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookies);
        socket.Options.SetRequestHeader("Origin", Hall.Server.Address.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(new Uri(Hall.Server.Address, "/hubs/meeting")) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(address, Ct);
        try
        {
            foreach (var message in messages.Prepend("""{"protocol":"json","version":1}"""))
                await socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, Ct);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Ct);
            while ((await socket.ReceiveAsync(new byte[4096], Ct)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // The server hung up, as it may.
        }
    }

    public sealed class OnSqlite() : SentTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SentTests(DatabaseKind.Postgres);
}
