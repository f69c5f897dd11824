using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Participatie.Testing.Hub;

/// <summary>
/// Phones that speak to a hub through the real SignalR client, which runs in Node: .NET's own client is not among our
/// packages. An assembly fixture; Node starts with the first phone.
/// </summary>
public sealed class HubPhones : IAsyncDisposable
{
    private readonly Lazy<Process> node;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> orders = new();
    private readonly ConcurrentDictionary<long, HubPhone> phones = new();
    private readonly SemaphoreSlim writing = new(1);
    private Task reading = Task.CompletedTask;
    private long last;

    public HubPhones() => node = new Lazy<Process>(StartNode);

    public static async Task<HubPhones> SharedAsync() => await TestContext.Current.GetFixture<HubPhones>()
        ?? throw new InvalidOperationException("The test assembly lacks [assembly: AssemblyFixture(typeof(HubPhones))].");

    /// <summary>Connects one phone.</summary>
    /// <param name="hub">The hub's address.</param>
    /// <param name="cookies">Who it is: the cookie header of a visitor; none when null.</param>
    /// <param name="events">What it listens to.</param>
    public async Task<HubPhone> OpenAsync(Uri hub, string? cookies, params string[] events)
    {
        var phone = new HubPhone(this, Interlocked.Increment(ref last));
        phones[phone.Number] = phone;
        await OrderAsync(new JsonObject
        {
            ["do"] = "open",
            ["phone"] = phone.Number,
            ["address"] = hub.AbsoluteUri,
            ["cookies"] = cookies,
            ["events"] = JsonSerializer.SerializeToNode(events),
        });
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        if (node.IsValueCreated)
        {
            node.Value.StandardInput.Close();
            await node.Value.WaitForExitAsync();
            await reading;
            node.Value.Dispose();
        }

        writing.Dispose();
    }

    internal async Task<JsonElement> OrderAsync(JsonObject order)
    {
        var id = Interlocked.Increment(ref last);
        var answer = orders[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        order["id"] = id;
        await writing.WaitAsync();
        try
        {
            await node.Value.StandardInput.WriteLineAsync(order.ToJsonString());
            await node.Value.StandardInput.FlushAsync();
        }
        finally
        {
            writing.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private Process StartNode()
    {
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "hub-phones.mjs"), Repository.File("wwwroot-assets/package.json")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        reading = ReadAsync(process.StandardOutput);
        return process;
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            var message = JsonElement.Parse(line);
            if (message.TryGetProperty("event", out var name))
                phones[message.GetProperty("phone").GetInt64()].Hear(new HubEvent(name.GetString()!, message.GetProperty("arguments")));
            else if (orders.TryRemove(message.GetProperty("id").GetInt64(), out var answer))
                Settle(answer, message);
        }

        foreach (var answer in orders.Values)
            answer.TrySetException(new InvalidOperationException("Node ended; its complaint is on standard error."));
    }

    private static void Settle(TaskCompletionSource<JsonElement> answer, JsonElement message)
    {
        if (message.GetProperty("ok").GetBoolean())
            answer.SetResult(message.TryGetProperty("result", out var result) ? result : default);
        else
            answer.SetException(new HubRefusedException(message.GetProperty("error").GetString()!));
    }
}
