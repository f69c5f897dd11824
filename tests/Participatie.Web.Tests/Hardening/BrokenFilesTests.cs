using System.Security.Cryptography;
using Participatie.Testing;
using Participatie.Web.Backups;
using Participatie.Web.Data;
using Participatie.Web.Reading.Printing.Pdf;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Hardening;

/// <summary>Files that came through a bad line or a bad hand are refused, never half believed.</summary>
public sealed class BrokenFilesTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==");

    private static byte[] Backup => File.ReadAllBytes(Repository.File("tests/Participatie.Web.Tests/Backups/Older/0005.backup"));

    [Fact]
    public void A_broken_picture_is_a_picture_or_none()
    {
        Assert.NotNull(Picture.Read("p", Png));
        Fuzz.All(Typed.Broken(Png), file =>
        {
            Assert.True(FileKind.Of(file.AsSpan(0, Math.Min(file.Length, FileKind.HeadLength))) is null or { IsPicture: true } or { IsSound: true } or { Extension: "pdf" });
            if (Picture.Read("p", file) is { } picture)
                Assert.True(picture is { Width: > 0, Height: > 0 });
        });
    }

    [Fact]
    public Task A_broken_backup_is_refused_or_has_all_that_was_in_it() => Fuzz.AllAsync(
        Typed.Broken(Backup),
        async file =>
        {
            try
            {
                using var content = new MemoryStream(file);
                using var backup = await BackupFile.OpenAsync(content, CancellationToken.None);
                Assert.NotEmpty(backup.Manifest.Entries);
            }
            catch (OperatorFault fault)
            {
                Assert.NotEqual("", fault.Message);
            }
        },
        shortRun: 100,
        costs: 20);

    [Fact]
    public async Task A_broken_seal_does_not_open()
    {
        var key = RandomNumberGenerator.GetBytes(SealedFile.KeyLength);
        using var written = new MemoryStream();
        using (var open = new MemoryStream(RandomNumberGenerator.GetBytes(70_000)))
            await SealedFile.SealAsync(open, written, key, CancellationToken.None);
        var sound = written.ToArray();

        await Fuzz.AllAsync(
            Typed.Broken(sound),
            async file =>
            {
                using var content = new MemoryStream(file);
                using var opened = new MemoryStream();
                if (!SealedFile.IsSealed(content) || file.AsSpan().SequenceEqual(sound))
                    return;
                await Assert.ThrowsAnyAsync<CryptographicException>(() => SealedFile.OpenAsync(content, opened, key, CancellationToken.None));
            },
            costs: 20);
    }
}
