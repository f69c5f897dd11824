using System.Text.Json;

namespace Participatie.Testing.Tools;

/// <summary>A mail as a reader sees it, read by a parser that is not ours.</summary>
/// <param name="Stop">The header by which a mail program ends the subscription itself.</param>
/// <param name="StopWith">What it sends to do so.</param>
/// <param name="Automatic">The header that keeps holiday answers away.</param>
public sealed record ReceivedMail(string To, string From, string Subject, string Text, string Id, string? Stop, string? StopWith, string? Automatic)
{
    /// <summary>All mail that a server put into its folder, sorted by who gets it.</summary>
    public static async Task<IReadOnlyList<ReceivedMail>> AllOfAsync(TestServer server)
    {
        var files = Directory.Exists(server.Post) ? Directory.GetFiles(server.Post, "*.eml") : [];
        if (files.Length == 0)
            return [];

        var mails = JsonSerializer.Deserialize<List<ReceivedMail>>(await NodeTool.RunAsync("read-mail.mjs", JsonSerializer.Serialize(files)), JsonSerializerOptions.Web)!;
        return [.. mails.OrderBy(mail => mail.To, StringComparer.Ordinal)];
    }

    /// <summary>The path of the first link on a line of its own.</summary>
    public string LinkPath => new Uri(Text.Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
}
