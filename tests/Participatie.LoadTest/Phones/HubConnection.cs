using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Participatie.Web.Data;

namespace Participatie.LoadTest.Phones;

/// <summary>An answer of the hub and the moment at which its last byte was here.</summary>
internal readonly record struct Answer<T>(T Value, long At);

/// <summary>One WebSocket to a hub. One call at a time; what the hub says by itself goes to a listener.</summary>
internal sealed class HubConnection : IAsyncDisposable
{
    private const int FirstBuffer = 4096;

    /// <summary>One handler for all: a phone has no proxy, no credentials and no pool to look after.</summary>
    private static readonly HttpMessageInvoker Dialler = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    private readonly ClientWebSocket socket;
    private readonly Action<ReadOnlySpan<byte>> listener;
    private readonly SemaphoreSlim sending = new(1);
    private Task listening = Task.CompletedTask;
    private TaskCompletionSource<Answer<byte[]>>? call;
    private long calls;
    private volatile bool lost;

    private HubConnection(ClientWebSocket socket, Action<ReadOnlySpan<byte>> listener)
    {
        this.socket = socket;
        this.listener = listener;
    }

    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <summary>Connects without negotiation.</summary>
    /// <param name="hub">The hub's address.</param>
    /// <param name="cookies">The cookie header of the phone's page; null without one.</param>
    /// <param name="listener">Gets every record that is not an answer. It must not keep it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<HubConnection> OpenAsync(Uri hub, string? cookies, Action<ReadOnlySpan<byte>> listener, CancellationToken ct)
    {
        var web = new ClientWebSocket();
        web.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookies is not null)
            web.Options.SetRequestHeader("Cookie", cookies);

        var connection = new HubConnection(web, listener);
        try
        {
            await web.ConnectAsync(AsWebSocket(hub), Dialler, ct);
            await connection.HandshakeAsync(ct);
            connection.listening = connection.ListenAsync();
            return connection;
        }
        catch (Exception fault) when (fault is WebSocketException or HttpRequestException or IOException)
        {
            await connection.DisposeAsync();
            throw new ConnectionLostException(fault);
        }
    }

    public Task<Answer<T>> JoinAsync<T>(string code, CancellationToken ct) => CallAsync<T, string>(Wire.WriteJoin, code, ct);

    public Task<Answer<T>> CastVoteAsync<T>(Vote vote, CancellationToken ct) => CallAsync<T, Vote>(Wire.WriteVote, vote, ct);

    /// <summary>Tells the server that we live.</summary>
    public Task PingAsync(CancellationToken ct) => SendAsync(Wire.Ping, ct);

    /// <summary>Falls silent as a phone that leaves the room: without a goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task<Answer<T>> CallAsync<T, TArgument>(Write<TArgument> write, TArgument argument, CancellationToken ct)
    {
        var answer = new TaskCompletionSource<Answer<byte[]>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var buffer = ArrayPool<byte>.Shared.Rent(Wire.LongestSaid);
        call = answer;
        try
        {
            await SendAsync(buffer.AsMemory(0, write(buffer, ++calls, argument)), ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (lost)
            throw new ConnectionLostException();
        var (record, at) = await answer.Task.WaitAsync(ct);
        var completion = JsonSerializer.Deserialize<Completion<T>>(record, Json.Options)!;
        return completion.Error is { } error ? throw new HubRefusedException(error) : new Answer<T>(completion.Result!, at);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> record, CancellationToken ct)
    {
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync(record, WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or IOException)
        {
            throw new ConnectionLostException(fault);
        }
        finally
        {
            sending.Release();
        }
    }

    private static Uri AsWebSocket(Uri hub) =>
        new UriBuilder(hub) { Scheme = string.Equals(hub.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri;

    /// <summary>The hub answers a good handshake with an empty object.</summary>
    private async Task HandshakeAsync(CancellationToken ct)
    {
        var buffer = new byte[Wire.LongestSaid];
        await socket.SendAsync(Wire.Handshake, WebSocketMessageType.Text, endOfMessage: true, ct);
        var received = await socket.ReceiveAsync(buffer.AsMemory(), ct);
        if (!buffer.AsSpan(0, received.Count).SequenceEqual("{}\u001e"u8))
            throw new ConnectionLostException();
    }

    private async Task ListenAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var filled = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
            {
                filled = Take(buffer.AsSpan(0, filled + received.Count));
                if (filled == buffer.Length)
                    buffer = Enlarge(buffer);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // Somebody hung up, here or there: whoever waits for an answer is told below.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            lost = true;
            call?.TrySetException(new ConnectionLostException());
        }
    }

    /// <summary>Handles the whole records; moves the rest to the front and returns its length.</summary>
    private int Take(Span<byte> received)
    {
        var rest = received;
        for (var end = rest.IndexOf(Wire.Separator); end >= 0; end = rest.IndexOf(Wire.Separator))
        {
            Handle(rest[..end]);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(received);
        return rest.Length;
    }

    private void Handle(ReadOnlySpan<byte> record)
    {
        if (Wire.IsAnswer(record))
            Interlocked.Exchange(ref call, null)?.TrySetResult(new Answer<byte[]>(record.ToArray(), Stopwatch.GetTimestamp()));
        else
            listener(record);
    }

    private static byte[] Enlarge(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private delegate int Write<in T>(Span<byte> to, long id, T argument);

    private sealed record Completion<T>(string? Error, T? Result);
}
