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
    public void A_broken_backup_is_refused_or_has_all_that_was_in_it()
    {
        var sound = Backup;
        Fuzz.All(
            Typed.Broken(sound),
            file =>
            {
                try
                {
                    using var content = new MemoryStream(file);
                    using var backup = BackupFile.OpenAsync(content, CancellationToken.None).GetAwaiter().GetResult();
                    Assert.NotEmpty(backup.Manifest.Entries);
                }
                catch (OperatorFault fault)
                {
                    Assert.NotEqual("", fault.Message);
                }
            },
            shortRun: 100,
            costs: 20);
    }

    [Fact]
    public void A_broken_seal_does_not_open()
    {
        var key = RandomNumberGenerator.GetBytes(SealedFile.KeyLength);
        using var written = new MemoryStream();
        using (var open = new MemoryStream(RandomNumberGenerator.GetBytes(70_000)))
            SealedFile.SealAsync(open, written, key, CancellationToken.None).GetAwaiter().GetResult();
        var sound = written.ToArray();

        Fuzz.All(
            Typed.Broken(sound),
            file =>
            {
                using var content = new MemoryStream(file);
                using var opened = new MemoryStream();
                if (!SealedFile.IsSealed(content) || file.AsSpan().SequenceEqual(sound))
                    return;
                Assert.ThrowsAny<CryptographicException>(() => SealedFile.OpenAsync(content, opened, key, CancellationToken.None).GetAwaiter().GetResult());
            },
            costs: 20);
    }
}
