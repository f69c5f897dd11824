using System.Security.Cryptography;
using Participatie.Web.Backups;

namespace Participatie.Web.Tests.Backups;

public sealed class SealedFileTests
{
    private const int Head = 16;
    private const int Piece = 64 * 1024;
    private const int SealedPiece = Piece + 16;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(SealedFile.KeyLength);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 7)]
    public async Task Every_length_comes_back_as_it_was_and_not_twice_the_same_on_the_disk(int length)
    {
        var text = RandomNumberGenerator.GetBytes(length);

        var file = await SealAsync(text);

        Assert.Equal(text, await OpenAsync(file));
        Assert.NotEqual(file, await SealAsync(text));
    }

    [Fact]
    public async Task Pieces_that_are_cut_off_swapped_repeated_or_of_another_file_are_noticed()
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes(3 * Piece));
        var other = await SealAsync(RandomNumberGenerator.GetBytes(3 * Piece));

        await AssertNoticedAsync([.. file[..At(1)]]);
        await AssertNoticedAsync([.. file[..At(2)]]);
        await AssertNoticedAsync([.. file[..At(0)], .. file[At(1)..At(2)], .. file[At(0)..At(1)], .. file[At(2)..]]);
        await AssertNoticedAsync([.. file[..At(1)], .. file[At(0)..]]);
        await AssertNoticedAsync([.. file[..At(1)], .. other[At(1)..]]);
        await AssertNoticedAsync([.. file, 0]);
        await AssertNoticedAsync([.. file[..Head]]);
        await AssertNoticedAsync([.. file[..(Head - 1)]]);
    }

    /// <summary>Where a piece begins.</summary>
    private static int At(int piece) => Head + (piece * SealedPiece);

    private static async Task<byte[]> SealAsync(byte[] text)
    {
        using var file = new MemoryStream();
        await SealedFile.SealAsync(new MemoryStream(text), file, Key, Ct);
        Assert.True(SealedFile.IsSealed(file));
        return file.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] file)
    {
        using var open = new MemoryStream();
        await SealedFile.OpenAsync(new MemoryStream(file), open, Key, Ct);
        return open.ToArray();
    }

    private static Task<AuthenticationTagMismatchException> AssertNoticedAsync(byte[] file) => Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => OpenAsync(file));
}
