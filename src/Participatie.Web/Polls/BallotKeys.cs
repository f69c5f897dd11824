using System.Collections.Concurrent;
using System.Security.Cryptography;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>
/// What the ballots of a poll are stored under while it is open. Without the poll's random secret, which is destroyed when
/// a secret poll closes, nobody can go from a person to a ballot or back.
/// </summary>
public sealed class BallotKeys(byte[] secret)
{
    private const int KeyBytes = 16;

    /// <summary>To prepare a hash for a secret takes longer than to use it, and a hall asks for thousands.</summary>
    private readonly ConcurrentBag<IncrementalHash> prepared = [];

    /// <summary>Tells keys apart by their bytes.</summary>
    public static IEqualityComparer<byte[]> Equality { get; } = EqualityComparer<byte[]>.Create(
        static (one, other) => one.AsSpan().SequenceEqual(other),
        static key =>
        {
            var hash = default(HashCode);
            hash.AddBytes(key);
            return hash.ToHashCode();
        });

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>The key of the one ballot that this voter (a pass, or a participant without one) has in the poll.</summary>
    public byte[] Of(Guid voter)
    {
        Span<byte> name = stackalloc byte[16];
        voter.TryWriteBytes(name, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash([], name, hash);
        return hash[..KeyBytes].ToArray();
    }

    /// <summary>The key of a ballot that belongs to nobody in particular: a raised hand.</summary>
    public static byte[] OfNobody() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The inclusion code of a ballot: proves that it was counted, tells nothing of what it says.</summary>
    public string Receipt(byte[] ballotKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash("receipt"u8, ballotKey, hash);
        return Codes.FromHash(hash, Codes.ReceiptLength);
    }

    /// <summary>HMAC-SHA256 with the poll's secret.</summary>
    private void Hash(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> subject, Span<byte> hash)
    {
        var hmac = prepared.TryTake(out var ready) ? ready : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(purpose);
        hmac.AppendData(subject);
        hmac.GetHashAndReset(hash);
        prepared.Add(hmac);
    }
}
