using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Adopting;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Minutes;

/// <summary>Files with minutes: who may bring them, who sees them when, and that what was published stays.</summary>
public abstract class AttachmentTests(DatabaseKind kind) : HallTests(kind)
{
    private const string WithMap = "# Verslag\n\n![De kaart van het plein](kaart.png)";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n<script>alert(1)</script>");

    private Visitor writer = null!;

    private string Address => $"/m/{Hall.Code}/verslag/bijlagen";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Hall.CloseMeetingAsync();
        writer = await Hall.Server.SignInAsync(StaffRole.MinuteTaker, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        writer.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_picture_in_published_minutes_is_shown_and_can_be_downloaded_by_everybody()
    {
        var map = await BringAsync("Kaart.PNG", Png);
        await Hall.Minutes.PublishAsync(WithMap);
        using var reader = Hall.Server.NewVisitor();

        await reader.GetAsync($"/verslagen/{Hall.MeetingId}");

        var picture = reader.Page.QuerySelector("article.minutes img")!;
        Assert.Equal((map.Address, "De kaart van het plein"), (picture.GetAttribute("src"), picture.GetAttribute("alt")));
        Assert.Equal(map.Address, reader.Page.QuerySelector("main section a[download][href^='/bijlagen/']")!.GetAttribute("href"));
        using var file = await reader.Http.GetAsync(map.Address, Ct);
        Assert.Equal(Png, await file.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_browser_runs_nothing_in_a_file_and_does_not_guess_what_it_is()
    {
        var report = await BringAsync("rapport.pdf", Pdf);
        await Hall.Minutes.PublishAsync("[Het rapport](rapport.pdf)");
        using var reader = Hall.Server.NewVisitor();

        using var file = await reader.Http.GetAsync(report.Address, Ct);

        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=rapport.pdf; filename*=UTF-8''rapport.pdf", file.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"\"{report.Sha256}\"", file.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Before_publication_a_file_is_for_its_writers_and_in_a_concept_for_who_has_the_address()
    {
        var map = await BringAsync("kaart.png", Png);
        var loose = await BringAsync("los.png", Png);
        using var anybody = Hall.Server.NewVisitor();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(anybody, map), await StatusAsync(writer, map)));

        await Hall.Minutes.ShareAsync(WithMap);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(anybody, map), await StatusAsync(anybody, loose)));
        using var answer = await anybody.Http.GetAsync(map.Address, Ct);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await anybody.GetAsync($"/m/{Hall.Code}/concept");
        Assert.Equal(map.Address, anybody.Page.QuerySelector("article.minutes img")!.GetAttribute("src"));
    }

    [Theory]
    [InlineData("../../etc/Kaart Überwijk.exe", "kaart-uberwijk.png")]
    [InlineData(@"C:\fotos\plein.jpg", "plein.png")]
    [InlineData("地図.png", "bijlage.png")]
    [InlineData("con.aux.png", "con-aux.png")]
    public async Task A_file_gets_a_safe_name_and_the_extension_of_what_is_in_it(string typed, string name)
    {
        Assert.Equal(name, (await BringAsync(typed, Png)).Name);
        Assert.Equal([(await StoredAsync()).Id.ToString("N")], Directory.GetFiles(Hall.Server.Files).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("kaart.png", "<html><script>alert(1)</script>", "‘kaart.png’ is geen PDF, PNG, JPG of WebP.")]
    [InlineData("kaart.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "‘kaart.svg’ is geen PDF")]
    [InlineData("leeg.pdf", "", "‘leeg.pdf’ is leeg.")]
    [InlineData("kort.pdf", "%PD", "‘kort.pdf’ is geen PDF")]
    public async Task A_file_that_is_something_else_than_its_name_says_is_refused(string name, string content, string fault)
    {
        await writer.GetAsync(Address);
        await writer.UploadAsync(Address, "Files", (name, Encoding.UTF8.GetBytes(content)));

        Assert.StartsWith(fault, writer.Page.QuerySelector("#fout p")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Hall.Server.Files));
    }

    [Fact]
    public async Task Of_several_files_the_good_ones_are_kept_and_the_others_named()
    {
        var large = new byte[(20 * 1024 * 1024) + 1];
        Pdf.CopyTo(large, 0);
        await writer.GetAsync(Address);
        await writer.UploadAsync(Address, "Files", ("kaart.png", Png), ("groot.pdf", large));

        Assert.Equal("‘groot.pdf’ is te groot. Een bestand mag 20 MB zijn.", writer.Page.QuerySelector("#fout p")!.TextContent);
        Assert.Equal("‘kaart.png’ is toegevoegd.", writer.Page.QuerySelector("[role=status]")!.TextContent.Trim());
        Assert.Equal("![Schrijf hier wat je ziet](kaart.png)", writer.Page.QuerySelector(".attachments code")!.TextContent);
        Assert.Single(Directory.GetFiles(Hall.Server.Files));
    }

    [Fact]
    public async Task A_second_file_of_the_same_name_stands_beside_the_first()
    {
        await BringAsync("kaart.png", Png);

        Assert.Equal("kaart-2.png", (await BringAsync("kaart.png", Png)).Name);
    }

    [Fact]
    public async Task Many_who_bring_a_file_of_the_same_name_at_once_all_keep_theirs()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AddAsync("kaart.png", Png)));

        Assert.Equal(6, added.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, (await AttachmentStore.OfMeetingAsync(Hall.Server.Db, Hall.MeetingId, Ct)).Count);
    }

    [Fact]
    public async Task What_no_text_holds_can_go_and_its_name_is_never_used_again()
    {
        await BringAsync("kaart.png", Png);
        await writer.GetAsync(Address);
        await writer.SubmitAsync(form: ".attachments form");

        Assert.Equal("Er zijn nog geen bijlagen.", writer.Page.QuerySelector(".empty")!.TextContent);
        Assert.Empty(Directory.GetFiles(Hall.Server.Files));
        Assert.Equal("kaart-2.png", (await BringAsync("kaart.png", Png)).Name);
    }

    [Fact]
    public async Task What_the_text_holds_cannot_go()
    {
        var map = await BringAsync("kaart.png", Png);
        await Hall.Minutes.SaveAsync(WithMap);

        Assert.Equal(RemoveOutcome.InText, await RemoveAsync(map));

        await Hall.Minutes.ShareAsync(WithMap);
        await Hall.Minutes.SaveAsync("Zonder kaart");
        Assert.Equal(RemoveOutcome.InText, await RemoveAsync(map));
    }

    [Fact]
    public async Task What_was_published_stays_also_when_a_later_version_is_without_it()
    {
        var map = await BringAsync("kaart.png", Png);
        await Hall.Minutes.PublishAsync(WithMap);
        Assert.Equal(AddOutcome.Frozen, (await AddAsync("los.png", Png)).Outcome);
        await Hall.Minutes.CorrectAsync("Zonder kaart", "De kaart klopte niet.");

        Assert.Equal(RemoveOutcome.TooLate, await RemoveAsync(map));

        using var reader = Hall.Server.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, map));
        await reader.GetAsync($"/verslagen/{Hall.MeetingId}");
        Assert.DoesNotContain(map.Address, reader.Source, StringComparison.Ordinal);
        await reader.GetAsync($"/verslagen/{Hall.MeetingId}?versie=1");
        Assert.Contains(map.Address, reader.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tekst\n\n![De kaart](kart.png)", "Regel 3: Er is geen bijlage die ‘kart.png’ heet.")]
    [InlineData("Tekst\n\n[Het rapport][1]\n\n[1]: rapport.pdf", "Regel 3: Er is geen bijlage die ‘rapport.pdf’ heet.")]
    [InlineData("![](kaart.png)", "Regel 1: Schrijf tussen de rechte haken wat er in ‘kaart.png’ te zien is.")]
    public async Task A_mistake_around_a_file_is_pointed_out_and_such_a_text_is_not_shared(string text, string mistake)
    {
        await BringAsync("kaart.png", Png);
        var revision = await Hall.Minutes.SaveAsync(text);

        Assert.Equal(ShareOutcome.Mistaken, await Hall.Get<ShareMinutes>().RunAsync(Hall.MeetingId, revision, "Wim", Ct));

        await writer.GetAsync($"/m/{Hall.Code}/verslag/vaststellen");
        Assert.StartsWith(mistake, writer.Page.QuerySelector("[data-line]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![x](https://elders.example/kaart.png)")]
    [InlineData("![x](//elders.example/kaart.png)")]
    [InlineData("![x](/bijlagen/../kaart.png)")]
    [InlineData("![x](data:image/png;base64,AAAA)")]
    public async Task Pictures_from_elsewhere_are_not_shown(string text)
    {
        await BringAsync("kaart.png", Png);

        var read = await Hall.Get<ReadMinutes>().RunAsync(await MinutesSource.OfAsync(Hall.Server.Db, Hall.MeetingId, Ct), text);

        Assert.DoesNotContain("<img", read.Html, StringComparison.Ordinal);
        Assert.Empty(read.Attachments);
    }

    [Fact]
    public async Task A_pdf_is_a_link_also_where_a_picture_was_meant()
    {
        var report = await BringAsync("rapport.pdf", Pdf);

        var read = await Hall.Get<ReadMinutes>().RunAsync(await MinutesSource.OfAsync(Hall.Server.Db, Hall.MeetingId, Ct), "![Het rapport](RAPPORT.pdf)");

        Assert.Contains($"<a href=\"{report.Address}\"", read.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_hear_which_files_belong_to_a_version()
    {
        var map = await BringAsync("kaart.png", Png);
        await Hall.Minutes.PublishAsync(WithMap);

        var file = (await writer.Http.GetFromJsonAsync<JsonElement>($"/verslagen/{Hall.MeetingId}.json", Ct)).GetProperty("bijlagen")[0];

        Assert.Equal((map.Name, map.Sha256, Png.Length), (file.GetProperty("naam").GetString(), file.GetProperty("sha256").GetString(), file.GetProperty("bytes").GetInt32()));
        var listed = (await writer.Http.GetFromJsonAsync<JsonElement>($"/api/v1/verslagen/{Hall.MeetingId}", Ct)).GetProperty("bijlagen")[0];
        Assert.Equal((map.Name, map.Sha256), (listed.GetProperty("naam").GetString(), listed.GetProperty("sha256").GetString()));
        Assert.Equal(Png, await writer.Http.GetByteArrayAsync(listed.GetProperty("url").GetString(), Ct));
    }

    [Fact]
    public async Task Verifying_finds_a_file_that_was_changed_or_taken_away()
    {
        var map = await BringAsync("kaart.png", Png);
        await Hall.Minutes.PublishAsync(WithMap);
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
        var path = Path.Combine(Hall.Server.Files, map.Id.ToString("N"));

        await File.WriteAllBytesAsync(path, Pdf, Ct);
        Assert.EndsWith("kaart.png of its minutes, version 1, is not the file that was published.", await FaultAsync(), StringComparison.Ordinal);

        File.Delete(path);
        Assert.EndsWith("kaart.png of its minutes, version 1, is gone.", await FaultAsync(), StringComparison.Ordinal);

        await Hall.Server.Db.ExecuteAsync("delete from minutes_attachments", null, Ct);
        Assert.EndsWith("the attachments of its minutes, version 1, are not those in its log.", await FaultAsync(), StringComparison.Ordinal);
    }

    private async Task<string> FaultAsync() => Assert.Single((await Hall.Get<Verify>().RunAsync(Ct)).Faults);

    private async Task<Attachment> BringAsync(string name, byte[] content)
    {
        await writer.GetAsync(Address);
        await writer.UploadAsync(Address, "Files", (name, content));
        Assert.Null(writer.Page.QuerySelector("#fout"));
        return (await AttachmentStore.OfMeetingAsync(Hall.Server.Db, Hall.MeetingId, Ct))[^1];
    }

    private async Task<Attachment> StoredAsync() => Assert.Single(await AttachmentStore.OfMeetingAsync(Hall.Server.Db, Hall.MeetingId, Ct));

    private async Task<(AddOutcome Outcome, string? Name)> AddAsync(string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await Hall.Get<AddAttachment>().RunAsync(Hall.MeetingId, name, content, "Wim", Ct);
    }

    private Task<RemoveOutcome> RemoveAsync(Attachment attachment) => Hall.Get<RemoveAttachment>().RunAsync(Hall.MeetingId, attachment.Id, Ct);

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, Attachment attachment)
    {
        using var answer = await visitor.Http.GetAsync(attachment.Address, Ct);
        return answer.StatusCode;
    }

    public sealed class OnSqlite() : AttachmentTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AttachmentTests(DatabaseKind.Postgres);
}
