using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Participatie.Web.Tests.Accounts;

/// <summary>An app for codes, after RFC 6238: six digits, a new code every thirty seconds.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>What the app shows.</summary>
    /// <param name="key">In base 32.</param>
    /// <param name="steps">So many codes later than now.</param>
    public static string Of(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // the standard asks for it
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (code % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Select(sign => Convert.ToString(Base32.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(bits => bits.Length == 8).Select(bits => Convert.ToByte(new string(bits), 2))];
    }
}
