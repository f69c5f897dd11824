using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Backups;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Backups;

/// <summary>What was kept comes back, on the database that it came from and on the other.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    public async Task All_comes_back_on_either_database_and_the_evening_goes_on(DatabaseKind from, DatabaseKind to)
    {
        await using var before = await TestServer.StartAsync(from);
        var demo = await Get<FillDemonstration>(before).RunAsync(3, Ct);
        var outcome = await Get<BackupStore>(before).WriteAsync(folder.File("first"), key: null, Ct);
        Assert.Empty(outcome.MissingFiles);

        await using var after = await TestServer.StartAsync(to);
        Assert.Equal(outcome.Rows, await Get<BackupStore>(after).RestoreAsync(folder.File("first"), key: null, Ct));
        await Get<BackupStore>(after).WriteAsync(folder.File("second"), key: null, Ct);

        Assert.Equal(await EntriesAsync("first"), await EntriesAsync("second"));
        var found = await Get<Verify>(after).RunAsync(Ct);
        Assert.Empty(found.Faults);
        Assert.NotEqual(0, found.Results);
        using var anna = new Resident(after);
        await anna.TypeCodeAsync(demo.Passes[0]);
        await anna.LookAsync(demo.MeetingCode);
        using var reader = after.NewVisitor();
        await reader.GetAsync("/zoeken?q=lampen");
        Assert.NotEmpty(reader.Page.QuerySelectorAll("main li a"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_backup_in_the_middle_of_a_secret_poll_does_not_tell_who_voted_what(DatabaseKind kind)
    {
        await using var hall = await Hall.OpenAsync(kind);
        var poll = await hall.OpenPollAsync(secret: true);
        await hall.VoteAsync(poll, Guid.NewGuid(), 1);
        var secret = (await hall.Server.Db.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @poll", new { poll }, Ct))!;
        var key = (await hall.Server.Db.FindAsync<byte[]>("select ballot_key from ballots where poll_id = @poll", new { poll }, Ct))!;

        var outcome = await hall.Get<BackupStore>().WriteAsync(folder.File("backup"), key: null, Ct);
        var text = await TextAsync("backup");
        Assert.Equal(1, outcome.OpenSecretPolls);
        Assert.DoesNotContain(Convert.ToBase64String(secret), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(key), text, StringComparison.Ordinal);
        Assert.Contains(poll.ToString(), text, StringComparison.Ordinal); // the search itself works

        await using var after = await TestServer.StartAsync(kind);
        await Get<BackupStore>(after).RestoreAsync(folder.File("backup"), key: null, Ct);
        using var anna = new Resident(after);
        await anna.LookAsync(hall.Code);
        await anna.VoteAsync("Ja");
        Assert.NotNull(anna.Receipt);
        Assert.Equal(1, await after.Db.FindAsync<long>("select count(*) from ballots", null, Ct));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task While_people_write_it_is_one_moment(DatabaseKind kind)
    {
        await using var before = await TestServer.StartAsync(kind);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var written = 0;
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await before.Db.TransactAsync(tx => tx.ExecuteAsync(AccountWithRoleSql, new { id = Guid.NewGuid(), name = $"{written}" }, Ct), Ct);
                    written++;
                }
            },
            Ct);
        while (Volatile.Read(ref written) < 50)
            await Task.Yield();
        var first = Volatile.Read(ref written);
        for (var number = 0; number < 3; number++)
            await Get<BackupStore>(before).WriteAsync(folder.File($"{number}"), key: null, Ct);
        Assert.NotEqual(first, Volatile.Read(ref written)); // nobody waited

        await enough.CancelAsync();
        await writing;
        for (var number = 0; number < 3; number++)
        {
            await using var after = await TestServer.StartAsync(kind);
            await Get<BackupStore>(after).RestoreAsync(folder.File($"{number}"), key: null, Ct);
            Assert.Equal(0, await after.Db.FindAsync<long>("select count(*) from users where id not in (select user_id from user_roles)", null, Ct));
        }
    }

    /// <summary>Roles are read before accounts, or after them: somebody with one and not the other was not there at any moment.</summary>
    private const string AccountWithRoleSql =
        """
        insert into users (id, name, email, normalized_email, security_stamp, concurrency_stamp, lockout_enabled, access_failed_count)
        values (@id, @name, @name, @name, '', '', 'true', 0);
        insert into user_roles (user_id, role) values (@id, 'administrator');
        """;

    [Fact]
    public async Task A_sealed_backup_opens_with_its_key_and_with_nothing_else()
    {
        var key = RandomNumberGenerator.GetBytes(SealedFile.KeyLength);
        await using var before = await TestServer.StartAsync(DatabaseKind.Sqlite);
        await Get<FillDemonstration>(before).RunAsync(3, Ct);
        await Get<BackupStore>(before).WriteAsync(folder.File("whole"), key, Ct);
        var whole = await File.ReadAllBytesAsync(folder.File("whole"), Ct);
        Assert.Equal(-1, whole.AsSpan().IndexOf("manifest"u8));
        await using var after = await TestServer.StartAsync(DatabaseKind.Sqlite);

        await AssertRefusedAsync(after, whole, key: null, "--key-file");
        await AssertRefusedAsync(after, whole, RandomNumberGenerator.GetBytes(SealedFile.KeyLength), "the key is another");
        await AssertRefusedAsync(after, whole[..^1], key, "cut off");
        foreach (var place in (int[])[12, 100, whole.Length / 2, whole.Length - 1])
        {
            var changed = whole.ToArray();
            changed[place] ^= 1;
            await AssertRefusedAsync(after, changed, key, "changed");
        }

        Assert.Equal(0, await after.Db.FindAsync<long>("select count(*) from users", null, Ct));
        Assert.NotEqual(0, await Get<BackupStore>(after).RestoreAsync(folder.File("whole"), key, Ct));
    }

    [Fact]
    public async Task What_is_no_backup_or_is_damaged_is_refused_in_a_sentence_and_changes_nothing()
    {
        await using var before = await TestServer.StartAsync(DatabaseKind.Sqlite);
        await Get<BackupStore>(before).WriteAsync(folder.File("whole"), key: null, Ct);
        await using var after = await TestServer.StartAsync(DatabaseKind.Sqlite);

        await AssertRefusedAsync(after, "een brief"u8.ToArray(), key: null, "not a backup");
        await AssertRefusedAsync(after, (await File.ReadAllBytesAsync(folder.File("whole"), Ct))[..^40], key: null, "not a backup");
        await AssertRefusedAsync(after, await WithAsync("whole", "tables/areas.jsonl", text => text.Replace("Overvecht", "Ondervecht", StringComparison.Ordinal)), key: null, "'tables/areas.jsonl' is not as it was written");
        await AssertRefusedAsync(after, await WithAsync("whole", "manifest.json", text => text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal)), key: null, "newer version");
        await AssertRefusedAsync(after, await WithAsync("whole", "manifest.json", text => text.Replace("\"0001_accounts\"", "\"9999_later\"", StringComparison.Ordinal)), key: null, "9999_later");
    }

    [Fact]
    public async Task A_database_with_something_in_it_is_left_alone()
    {
        await using var hall = await Hall.OpenAsync(DatabaseKind.Sqlite);
        await hall.Get<BackupStore>().WriteAsync(folder.File("backup"), key: null, Ct);

        var fault = await Assert.ThrowsAsync<OperatorFault>(() => hall.Get<BackupStore>().RestoreAsync(folder.File("backup"), key: null, Ct));

        Assert.Contains("not empty", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, await hall.Server.Db.FindAsync<long>("select count(*) from meetings", null, Ct));
    }

    [Fact]
    public async Task A_backup_is_for_nobody_else_to_read_and_takes_no_place_of_another()
    {
        await using var server = await TestServer.StartAsync(DatabaseKind.Sqlite);
        await Get<BackupStore>(server).WriteAsync(folder.File("backup"), key: null, Ct);

        await Assert.ThrowsAsync<OperatorFault>(() => Get<BackupStore>(server).WriteAsync(folder.File("backup"), key: null, Ct));
        Assert.Equal(["backup"], Directory.GetFiles(folder.Name).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("backup")));
    }

    public void Dispose() => folder.Dispose();

    private static T Get<T>(TestServer server)
        where T : notnull => server.Services.GetRequiredService<T>();

    private async Task<IReadOnlyList<Entry>> EntriesAsync(string name)
    {
        await using var file = File.OpenRead(folder.File(name));
        using var backup = await BackupFile.OpenAsync(file, Ct);
        return [.. backup.Manifest.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    private async Task<string> TextAsync(string name)
    {
        await using var zip = await ZipFile.OpenReadAsync(folder.File(name), Ct);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Ct));
            text.Append(await reader.ReadToEndAsync(Ct));
        }

        return text.ToString();
    }

    /// <summary>The bytes of a backup in which somebody changed a part.</summary>
    private async Task<byte[]> WithAsync(string name, string part, Func<string, string> change)
    {
        using var content = new MemoryStream();
        await content.WriteAsync(await File.ReadAllBytesAsync(folder.File(name), Ct), Ct);
        await using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync(Ct)))
                text = await reader.ReadToEndAsync(Ct);
            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(part).OpenAsync(Ct));
            await writer.WriteAsync(change(text));
        }

        return content.ToArray();
    }

    private async Task AssertRefusedAsync(TestServer server, byte[] content, byte[]? key, string words)
    {
        var path = folder.File(Guid.NewGuid().ToString());
        await File.WriteAllBytesAsync(path, content, Ct);
        var fault = await Assert.ThrowsAsync<OperatorFault>(() => Get<BackupStore>(server).RestoreAsync(path, key, Ct));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
