using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Reading.Anchors;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Tests.Verification;

/// <summary>The logs are anchored on three days, and then whoever runs the server gets at the database and does everything right.</summary>
public abstract class AnchorTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly TestClock clock = new();

    private AnchorStore Store => Hall.Get<AnchorStore>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DropAsync();
        clock.Pass(TimeSpan.FromDays(1));
        var poll = await Hall.OpenPollAsync(secret: true);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.CloseAsync(poll);
        await DropAsync();
        clock.Pass(TimeSpan.FromDays(1));
        await Hall.ReleaseAsync(poll);
        await DropAsync();
    }

    [Fact]
    public async Task Each_day_with_news_has_one_and_a_day_without_has_none()
    {
        await DropAsync();
        clock.Pass(TimeSpan.FromDays(1));
        await DropAsync();

        Assert.Equal(3, (await Store.AllAsync(Ct)).Count);
        var found = await Hall.Get<Verify>().RunAsync(Ct);
        Assert.Empty(found.Faults);
        Assert.Equal(3, found.Anchors);
    }

    [Fact]
    public async Task Of_nodes_that_drop_it_at_once_one_does()
    {
        clock.Pass(TimeSpan.FromDays(1));
        await Hall.CloseMeetingAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(DropAsync, Ct)));

        Assert.Equal(4, (await Store.AllAsync(Ct)).Count);
    }

    [Fact]
    public async Task Everybody_reads_them_and_can_take_the_fingerprint_themselves()
    {
        var newest = (await Store.NewestAsync(1, Ct))[0];
        using var reader = Hall.Server.NewVisitor();
        using var browser = new HttpClient { BaseAddress = Hall.Server.Address };

        await reader.GetAsync(AnchorFiles.Page);
        Assert.Equal(newest.Sha256, reader.Page.QuerySelector("main code")!.TextContent);
        var file = await browser.GetStringAsync(reader.Page.QuerySelector("main .meeting-list a")!.GetAttribute("href")!, Ct);
        Assert.Equal(newest.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))));
        Assert.Contains($"{Hall.MeetingId} ", file, StringComparison.Ordinal);

        var feed = XDocument.Parse(await browser.GetStringAsync(AnchorFiles.Feed, Ct));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(3, feed.Root!.Elements(atom + "entry").Count());
        Assert.Contains(newest.Sha256, feed.Root.Elements(atom + "entry").First().Element(atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from events where number = (select max(number) from events)", "is gone or is not what was anchored on")]
    [InlineData("delete from events", "is gone or is not what was anchored on")]
    [InlineData("delete from anchors where day = (select min(day) from anchors)", "does not fit the one before it")]
    [InlineData("update anchors set text = text || '-'", "does not fit the one before it")]
    [InlineData("update anchors set text = '', sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'", "does not fit the one before it")]
    [InlineData("update anchors set day = '2030-01-01' where day = (select max(day) from anchors)", "does not fit the one before it")]
    public async Task What_was_changed_afterwards_is_named(string tampering, string fault)
    {
        await Hall.Server.Db.ExecuteAsync(tampering, null, Ct);

        Assert.Contains((await Hall.Get<Verify>().RunAsync(Ct)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_that_was_written_anew_with_a_chain_that_fits_is_not_what_was_anchored()
    {
        await WriteAnewAsync();

        var faults = (await Hall.Get<Verify>().RunAsync(Ct)).Faults;

        Assert.DoesNotContain(faults, fault => fault.Contains("chain of its log breaks", StringComparison.Ordinal));
        Assert.Equal(3, faults.Count(fault => fault.Contains("is gone or is not what was anchored on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_writes_the_anchors_anew_too_is_found_out_by_who_kept_one()
    {
        var kept = (await Store.AllAsync(Ct))[1].Sha256;
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct, kept)).Faults);
        await WriteAnewAsync();
        await Hall.Server.Db.ExecuteAsync("delete from anchors", null, Ct);
        await DropAsync();

        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
        Assert.Contains("There is no anchor", Assert.Single((await Hall.Get<Verify>().RunAsync(Ct, kept)).Faults), StringComparison.Ordinal);
        var ending = await Terminal.RunAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__Main"] = Hall.Server.Db.ConnectionString }, "verify", "--anchor", kept);
        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(kept, ending.Errors, StringComparison.Ordinal);
    }

    /// <summary>As somebody would who knows this program: another name at every event, and all hashes to match.</summary>
    private async Task WriteAnewAsync()
    {
        byte[] previous = [];
        foreach (var entry in await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct))
        {
            var forged = entry with { Actor = "Iemand anders", PreviousHash = previous };
            previous = forged.ComputeHash();
            await Hall.Server.Db.ExecuteAsync(
                "update events set actor = @Actor, previous_hash = @PreviousHash, hash = @previous where meeting_id = @MeetingId and number = @Number",
                new { forged.Actor, forged.PreviousHash, previous, forged.MeetingId, forged.Number },
                Ct);
        }
    }

    private Task DropAsync() => new DropAnchor(Store, clock, NullLogger<DropAnchor>.Instance).RunAsync(Ct);

    public sealed class OnSqlite() : AnchorTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AnchorTests(DatabaseKind.Postgres);
}
