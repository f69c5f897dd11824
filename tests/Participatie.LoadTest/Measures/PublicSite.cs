using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Participatie.LoadTest.Measures;

/// <summary>Readers of the public site, who have nothing of it yet and take what is packed.</summary>
internal sealed partial class PublicSite : IDisposable
{
    private static readonly string[] StaticFiles = ["/assets/minutes.js", "/assets/images/logo.svg", "/assets/site.css", "/assets/phone.js"];

    private readonly HttpClient http;
    private readonly int readers;
    private readonly Errors errors;

    public PublicSite(Uri server, int readers, Errors errors)
    {
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = readers }) { BaseAddress = server };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        this.readers = readers;
        this.errors = errors;
    }

    /// <summary>A page of each kind that the sitemap names, where something happened, each with the static file that is nearest to it in size.</summary>
    public async Task<IReadOnlyList<PublicPage>> PagesAsync(CancellationToken ct)
    {
        using var plain = new HttpClient { BaseAddress = http.BaseAddress };
        var paths = Address().Matches(await plain.GetStringAsync("/sitemap.xml", ct))
            .OrderByDescending(match => match.Groups["changed"].Success).Select(match => match.Groups["path"].Value).ToList();
        string First(string start) => paths.Find(path => path.StartsWith(start, StringComparison.Ordinal)) ?? throw new LoadTestFault($"The sitemap names no {start}.");
        var minutes = First("/verslagen/");
        var files = new List<(string Path, int Bytes)>();
        foreach (var file in StaticFiles)
            files.Add((file, await SizeAsync(file, ct)));

        var pages = new List<PublicPage>();
        foreach (var (name, path) in new[]
        {
            ("home", "/"), ("area", First("/wijken/")), ("table", First("/tafels/")),
            ("meeting", minutes.Replace("verslagen", "bijeenkomsten", StringComparison.Ordinal)), ("minutes", minutes), ("decision", First("/besluiten/")), ("calendar", "/agenda"),
        })
        {
            var bytes = await SizeAsync(path, ct);
            var (file, fileBytes) = files.MinBy(file => Math.Abs(file.Bytes - bytes));
            pages.Add(new PublicPage(name, path, bytes, file, fileBytes));
        }

        return pages;
    }

    /// <summary>All readers ask for a path, again and again.</summary>
    public async Task<Reading> ReadAsync(string path, TimeSpan time, CancellationToken ct)
    {
        await SizeAsync(path, ct);
        var times = new ConcurrentBag<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(start) < time)
                    times.Add(await TimeAsync(path, ct));
            },
            ct)));
        var took = Stopwatch.GetElapsedTime(start);
        return new Reading(times.Count, times.Count / took.TotalSeconds, Samples.Of(times), TimeSpan.Zero);
    }

    public void Dispose() => http.Dispose();

    private async Task<TimeSpan> TimeAsync(string path, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(path, ct);
        if (!answer.IsSuccessStatusCode)
            errors.Add($"{path}: {(int)answer.StatusCode}");
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task<int> SizeAsync(string path, CancellationToken ct) => (await http.GetByteArrayAsync(path, ct)).Length;

    [GeneratedRegex("<loc>https?://[^/<]+(?<path>/[^<]*)</loc>(?<changed>\\s*<lastmod>)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

/// <summary>A page to read, and the static file beside it; their sizes as they travel.</summary>
internal sealed record PublicPage(string Name, string Path, int Bytes, string StaticFile, int StaticBytes)
{
    /// <summary>The same page, rendered for each reader: what is asked with a query is not kept.</summary>
    public string Anew => $"{Path}?opnieuw=1";
}

/// <summary>How a page was read.</summary>
/// <param name="Processor">What the server and its database worked for each time.</param>
internal sealed record Reading(int Count, double PerSecond, Samples Times, TimeSpan Processor);
