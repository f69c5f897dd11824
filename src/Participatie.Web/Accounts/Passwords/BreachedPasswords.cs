using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace Participatie.Web.Accounts.Passwords;

/// <summary>
/// A list of stolen passwords that the operator put on the disk, such as Have I Been Pwned gives away: a line for each, its
/// SHA-1 in capitals and how often it was seen, sorted. Nothing is asked of anybody on the Internet, and nothing is loaded:
/// the list of 40 GB is searched where it lies.
/// </summary>
public sealed class BreachedPasswords(IOptions<AccountsOptions> options)
{
    private const int HashLength = 40;

    /// <summary>Longer than a line can be: a hash, a colon, a number, the end of a line.</summary>
    private const int Window = 128;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789ABCDEF"u8);

    public async Task<bool> ContainsAsync(string password)
    {
        if (options.Value.BreachedPasswords is not { Length: > 0 } path)
            return false;

#pragma warning disable CA5350 // the list is made with SHA-1; it protects nothing here
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))));
#pragma warning restore CA5350
        using var file = File.OpenHandle(path, options: FileOptions.RandomAccess | FileOptions.Asynchronous);
        return await SearchAsync(file, hash);
    }

    private static async Task<bool> SearchAsync(SafeFileHandle file, byte[] hash)
    {
        var (low, high) = (0L, RandomAccess.GetLength(file));
        var buffer = new byte[Window];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = await LineFromAsync(file, middle, buffer);
            if (start >= high)
            {
                high = middle;
                continue;
            }

            var read = await RandomAccess.ReadAsync(file, buffer, start);
            if (read < HashLength || buffer.AsSpan(0, HashLength).ContainsAnyExcept(HexDigits))
                return false;

            switch (hash.AsSpan().SequenceCompareTo(buffer.AsSpan(0, HashLength)))
            {
                case 0:
                    return true;
                case < 0:
                    high = middle;
                    break;
                default:
                    low = start + HashLength;
                    break;
            }
        }

        return false;
    }

    /// <summary>Where the first line begins that begins at or after a place in the file.</summary>
    private static async Task<long> LineFromAsync(SafeFileHandle file, long place, byte[] buffer)
    {
        if (place == 0)
            return 0;

        var read = await RandomAccess.ReadAsync(file, buffer, place - 1);
        var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
        return end < 0 ? place + read : place + end;
    }
}
