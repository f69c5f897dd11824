using System.Diagnostics;
using System.Text.Json;

namespace Participatie.Testing.Tools;

/// <summary>What a mail server took.</summary>
/// <param name="User">Who signed in to send it.</param>
public sealed record TakenMail(string To, string From, string Subject, string Text, string? User);

/// <summary>A mail server on this machine that is not ours. It does not know who is <c>weg@</c> and has no room yet for <c>later@</c>.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string Password = "geheim";

    private readonly Process node;

    private MailServer(Process node, int port)
    {
        this.node = node;
        Port = port;
    }

    public int Port { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<MailServer> StartAsync()
    {
        var started = NodeTool.Start("take-mail.mjs");
        var first = JsonDocument.Parse((await started.StandardOutput.ReadLineAsync(Ct))!);
        return new MailServer(started, first.RootElement.GetProperty("port").GetInt32());
    }

    /// <summary>The next mail that it takes.</summary>
    public async Task<TakenMail> NextAsync() =>
        JsonSerializer.Deserialize<TakenMail>((await node.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Ct))!, JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync(CancellationToken.None);
        node.Dispose();
    }
}
