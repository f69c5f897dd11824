using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Live;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Live;

/// <summary>A phone that keeps its connection and reads nothing: broken, asleep, or somebody who means harm.</summary>
public sealed class DeafPhoneTests() : HallTests(DatabaseKind.Sqlite)
{
    private const char EndOfMessage = '\u001e';

    [Fact]
    public async Task The_hall_goes_on_without_it_and_it_is_dropped()
    {
        await Hall.AddItemAsync(new string('x', 20_000));
        using var deaf = await JoinDeafAsync();
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), cookies: "", "meetingChanged");
        await phone.InvokeAsync("Join", Hall.Code);
        var feed = Hall.Get<Feed>();
        var last = 0L;

        // More than all buffers between here and there hold, and each in far less than a phone is given to read.
        for (var news = 0; news < 300; news++)
        {
            await feed.MeetingChangedAsync(Hall.MeetingId, Ct).WaitAsync(TimeSpan.FromSeconds(4), Ct);
            last = (await phone.HearAsync("meetingChanged")).Arguments[0].GetProperty("revision").GetInt64();
        }

        Assert.NotEqual(0, last);
        while (deaf.Connected)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);
            if (deaf.Poll(0, SelectMode.SelectError) || IsReset(deaf))
                return;
        }
    }

    /// <summary>Sending to a connection that the other side has dropped fails, the second time at the latest.</summary>
    private static bool IsReset(Socket socket)
    {
        try
        {
            return socket.Send([0x8A, 0x80, 0, 0, 0, 0]) == 0; // a pong, which asks for nothing
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>Joins as a phone does, with little room for what comes, and never reads again.</summary>
    private async Task<Socket> JoinDeafAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
        using var http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (_, ct) =>
            {
                await socket.ConnectAsync(Hall.Server.Address.Host, Hall.Server.Address.Port, ct);
                return new NetworkStream(socket);
            },
        });
        var connection = new ClientWebSocket();
        await connection.ConnectAsync(new UriBuilder(Hall.Server.Address) { Scheme = "ws", Path = "/hubs/meeting" }.Uri, http, Ct);
        foreach (var message in (string[])["""{"protocol":"json","version":1}""", $$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{Hall.Code}}"]}"""])
            await connection.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, Ct);
        await connection.ReceiveAsync(new byte[100], Ct);
        return socket;
    }
}
