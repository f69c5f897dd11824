using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Participatie.Web.Backups;

/// <summary>
/// A file that only who has the key can read or change: AES-256-GCM in pieces of 64 KB. The nonce of a piece is a random
/// number of the file and the number of the piece, and says whether it is the last (the STREAM construction of Hoang,
/// Reyhanitabar, Rogaway and Vizár, 2015): pieces that are cut off, swapped or taken from another file are noticed.
/// </summary>
public static class SealedFile
{
    public const int KeyLength = 32;
    private const int Piece = 64 * 1024;
    private const int Prefix = 7;
    private const int Tag = 16;

    /// <summary>How such a file begins, before the random number of the file.</summary>
    private static ReadOnlySpan<byte> Mark => "PARTSEAL1"u8;

    private static int Head => Mark.Length + Prefix;

    /// <summary>Does the file begin as a sealed one does?</summary>
    public static bool IsSealed(Stream file)
    {
        Span<byte> start = stackalloc byte[Mark.Length];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].SequenceEqual(Mark);
    }

    /// <summary>Seals all of a stream.</summary>
    public static async Task SealAsync(Stream open, Stream file, byte[] key, CancellationToken ct)
    {
        var prefix = RandomNumberGenerator.GetBytes(Prefix);
        await file.WriteAsync(Mark.ToArray(), ct);
        await file.WriteAsync(prefix, ct);
        using var cipher = new AesGcm(key, Tag);
        var (piece, next) = (new byte[Piece], new byte[Piece]);
        var sealedPiece = new byte[Piece + Tag];
        var length = await open.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, ct);
        for (var number = 0u; ; number++)
        {
            var nextLength = length < Piece ? 0 : await open.ReadAtLeastAsync(next, Piece, throwOnEndOfStream: false, ct);
            var isLast = nextLength == 0;
            cipher.Encrypt(Nonce(prefix, number, isLast), piece.AsSpan(0, length), sealedPiece.AsSpan(0, length), sealedPiece.AsSpan(length, Tag));
            await file.WriteAsync(sealedPiece.AsMemory(0, length + Tag), ct);
            if (isLast)
                return;

            (piece, next, length) = (next, piece, nextLength);
        }
    }

    /// <summary>Opens all of a sealed file, or throws when the key is another or a bit was changed; what was written until then is worth nothing.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The key does not fit, or the file was changed or cut off.</exception>
    public static async Task OpenAsync(Stream file, Stream open, byte[] key, CancellationToken ct)
    {
        var prefix = new byte[Prefix];
        file.Position = Mark.Length;
        if (await file.ReadAtLeastAsync(prefix, Prefix, throwOnEndOfStream: false, ct) < Prefix)
            throw new AuthenticationTagMismatchException();

        using var cipher = new AesGcm(key, Tag);
        var sealedPiece = new byte[Piece + Tag];
        var piece = new byte[Piece];
        for (var number = 0u; ; number++)
        {
            var length = await file.ReadAtLeastAsync(sealedPiece, sealedPiece.Length, throwOnEndOfStream: false, ct) - Tag;
            if (length < 0)
                throw new AuthenticationTagMismatchException();

            var isLast = file.Position == file.Length;
            cipher.Decrypt(Nonce(prefix, number, isLast), sealedPiece.AsSpan(0, length), sealedPiece.AsSpan(length, Tag), piece.AsSpan(0, length));
            await open.WriteAsync(piece.AsMemory(0, length), ct);
            if (isLast)
                return;
        }
    }

    private static byte[] Nonce(byte[] prefix, uint number, bool isLast)
    {
        var nonce = new byte[Prefix + sizeof(uint) + 1];
        prefix.CopyTo(nonce, 0);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(Prefix), number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
