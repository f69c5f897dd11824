using System.Collections.Concurrent;
using System.Diagnostics;
using Participatie.LoadTest.Archive;

namespace Participatie.LoadTest.Measures;

/// <summary>People who search, and how long each page took: from the question until its last byte.</summary>
internal sealed class SearchRun(Uri site, int readers, TimeSpan pause) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = site };
    private readonly ConcurrentBag<(string Kind, TimeSpan Took)> pages = [];

    public Errors Errors { get; } = new();

    /// <summary>For each kind of question.</summary>
    public IEnumerable<(string Kind, Samples Times)> Times =>
        pages.GroupBy(page => page.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, Samples.Of(kind.Select(page => page.Took))));

    public IEnumerable<TimeSpan> All => pages.Select(page => page.Took);

    public Task AskAsync(IReadOnlyList<Inquiry> inquiries, CancellationToken ct) =>
        Parallel.ForEachAsync(inquiries, new ParallelOptions { MaxDegreeOfParallelism = readers, CancellationToken = ct }, AskAsync);

    /// <summary>What warmed the server up does not count.</summary>
    public void Forget() => pages.Clear();

    public void Dispose() => http.Dispose();

    private async ValueTask AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var page = await http.GetStringAsync(inquiry.Path, ct);
            pages.Add((inquiry.Kind, Stopwatch.GetElapsedTime(start)));
            if (!page.Contains("id=\"gevonden\"", StringComparison.Ordinal) && !page.Contains("role=\"status\"", StringComparison.Ordinal))
                Errors.Add($"no answer on a page for {inquiry.Kind}");
        }
        catch (HttpRequestException fault)
        {
            Errors.Add("searching", fault);
        }

        await Task.Delay(pause, ct);
    }
}
