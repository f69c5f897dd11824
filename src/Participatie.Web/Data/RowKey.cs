using System.Buffers.Binary;

namespace Participatie.Web.Data;

/// <summary>
/// Keys of rows: UUIDs of version 7 that this process makes in rising order, also within one millisecond, by the counter
/// of RFC 9562, section 6.2, method 1. So what was made later stands later where a list is in the order of its keys.
/// </summary>
public static class RowKey
{
    private const int CounterBits = 12;
    private const long CounterMask = (1 << CounterBits) - 1;
    private const int VersionBits = 4;
    private const long Version = 7 << CounterBits;

    /// <summary>Milliseconds since 1970, and behind them the counter.</summary>
    private static long last;

    public static Guid New()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << CounterBits;
        long before, next;
        do
        {
            before = Volatile.Read(ref last);
            next = Math.Max(now, before + 1); // a counter that is full, or a clock that is set back, borrows from the future
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        return Key(((next & ~CounterMask) << VersionBits) | Version | (next & CounterMask));
    }

    /// <summary>Another key that sorts where this one does.</summary>
    public static Guid InPlaceOf(Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        return Key(BinaryPrimitives.ReadInt64BigEndian(bytes));
    }

    /// <summary>The half that sorts, before a half that is chance; the variant in that is the same for every version.</summary>
    private static Guid Key(long sorting)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes, sorting);
        return new Guid(bytes, bigEndian: true);
    }
}
