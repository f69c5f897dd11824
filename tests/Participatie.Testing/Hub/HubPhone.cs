using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Participatie.Testing.Hub;

/// <summary>One connection to a hub.</summary>
public sealed class HubPhone : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HubPhones phones;
    private readonly Channel<HubEvent> heard = Channel.CreateUnbounded<HubEvent>();

    internal HubPhone(HubPhones phones, long number)
    {
        this.phones = phones;
        Number = number;
    }

    internal long Number { get; }

    /// <summary>Calls a method of the hub and returns its answer.</summary>
    /// <exception cref="HubRefusedException">The hub threw.</exception>
    public async Task<JsonElement> InvokeAsync(string method, params object?[] arguments) => await phones.OrderAsync(new JsonObject
    {
        ["do"] = "invoke",
        ["phone"] = Number,
        ["method"] = method,
        ["arguments"] = JsonSerializer.SerializeToNode(arguments, JsonSerializerOptions.Web),
    });

    /// <summary>Waits for the next event of this name for which <paramref name="until"/> holds; earlier events are passed over.</summary>
    public async Task<HubEvent> HearAsync(string name, Func<HubEvent, bool>? until = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var said in heard.Reader.ReadAllAsync(patience.Token))
        {
            if (string.Equals(said.Name, name, StringComparison.Ordinal) && (until is null || until(said)))
                return said;
        }

        throw new InvalidOperationException("The phone was closed.");
    }

    public async ValueTask DisposeAsync()
    {
        await phones.OrderAsync(new JsonObject { ["do"] = "close", ["phone"] = Number });
        heard.Writer.TryComplete();
    }

    internal void Hear(HubEvent said) => heard.Writer.TryWrite(said);
}

/// <summary>Something that a hub said to a phone.</summary>
/// <param name="Name">Which event; <c>closed</c> when the connection ended.</param>
/// <param name="Arguments">What came with it, as a JSON array.</param>
public sealed record HubEvent(string Name, JsonElement Arguments);
