using System.Text.Json;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.LoadTest.Phones;

/// <summary>
/// Reads what a hub says to everybody. All phones hear the same words, so a record that is the same as the last is not
/// read again: thousands of phones must not take the processor from the server that they measure.
/// </summary>
internal sealed class Broadcasts
{
    private volatile Heard? last;

    /// <summary>The meeting as it is now; null when this record says something else.</summary>
    public Snapshot? Read(ReadOnlySpan<byte> record)
    {
        if (last is { } known && record.SequenceEqual(known.Record))
            return known.Snapshot;

        var heard = new Heard(record.ToArray(), Parse(record));
        last = heard;
        return heard.Snapshot;
    }

    private static Snapshot? Parse(ReadOnlySpan<byte> record) =>
        Wire.Calls(record, nameof(IMeetingClient.MeetingChanged))
            ? JsonSerializer.Deserialize<Invocation>(record, Json.Options)!.Arguments[0]
            : null;

    private sealed record Heard(byte[] Record, Snapshot? Snapshot);

    private sealed record Invocation(IReadOnlyList<Snapshot> Arguments);
}
