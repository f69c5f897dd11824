using System.Collections.Concurrent;

namespace Participatie.LoadTest.Measures;

/// <summary>What went wrong, by kind, so that a thousand phones with one complaint are one line.</summary>
internal sealed class Errors
{
    private readonly ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);

    public int Count => kinds.Values.Sum();

    public IEnumerable<string> Lines => kinds.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} x {kind.Key}");

    public void Add(string what, int times = 1) => kinds.AddOrUpdate(what, times, (_, count) => count + times);

    public void Add(string deed, Exception fault) => Add($"{deed}: {Innermost(fault).Message}");

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
