using System.Net;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Meetings;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Reading.Recount;

/// <summary>The page of a result, where people check it.</summary>
public abstract class ResultPageTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly List<string> receipts = [];
    private Visitor? reader;

    private Visitor Reader => reader!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        reader = Hall.Server.NewVisitor();
    }

    public override async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_tells_the_question_the_rule_the_result_and_who_might_have_voted()
    {
        var poll = await HoldAsync(0, 0, 1);

        await Reader.GetAsync($"/stemmingen/{poll}");

        Assert.Equal("Komen er bankjes?", Reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("De meeste mensen zeggen ja: 2 van de 3.", Reader.Page.QuerySelector(".verdict")!.TextContent);
        var facts = Reader.Page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Equal("Nodig: meer stemmen voor dan tegen.", facts[0]);
        Assert.Equal([$"{Hall.Entitled}", "0", "3", "Het plein"], facts[2..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_receipt_is_found_however_it_is_typed_and_tells_nothing_of_the_choice(int option)
    {
        var poll = await HoldAsync(0, 1, 2);
        var receipt = receipts[option];

        foreach (var typed in (string[])[receipt, Codes.Spaced(receipt), receipt.ToLowerInvariant(), $" {string.Join(' ', receipt.ToCharArray())} ", receipt.Replace('1', 'l').Replace('0', 'O')])
        {
            await Reader.GetAsync($"/stemmingen/{poll}");
            await Reader.SubmitAsync(form => form.Type("bewijs", typed));
            Assert.Equal($"Ja. Bewijs {Codes.Spaced(receipt)} staat in de lijst. Deze stem is geteld.", Answer());
        }
    }

    [Theory]
    [InlineData("0A0A0B", "Nee. Bewijs 0A0-A0B staat niet in de lijst van deze stemming.")]
    [InlineData("123", "Dit is geen bewijs. Een bewijs heeft 6 letters en cijfers.")]
    [InlineData("<script>", "Nee. Bewijs SCR-1PT staat niet in de lijst van deze stemming.")]
    [InlineData("É\u0000'\";--", "Dit is geen bewijs. Een bewijs heeft 6 letters en cijfers.")]
    public async Task What_is_no_receipt_of_this_poll_is_explained(string typed, string answer)
    {
        var poll = await HoldAsync(0, 1, 2);

        await Reader.GetAsync($"/stemmingen/{poll}?bewijs={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.OK, Reader.Status);
        Assert.Equal(answer, Answer());
    }

    [Fact]
    public async Task A_receipt_of_another_poll_is_not_found_here()
    {
        await HoldAsync(0, 1, 2);
        var other = await HoldAsync(0, 1, 2);

        await Reader.GetAsync($"/stemmingen/{other}?bewijs={receipts[0]}");

        Assert.StartsWith("Nee.", Answer(), StringComparison.Ordinal);
        Assert.Contains(Reader.Page.QuerySelectorAll("[role=status] li"), item => item.TextContent.Contains("andere stemming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_list_is_there_too()
    {
        var poll = await HoldAsync(0, 1, 2);

        await Reader.GetAsync($"/stemmingen/{poll}");

        Assert.Equal(receipts.Order(StringComparer.Ordinal).Select(Codes.Spaced), Reader.Page.QuerySelectorAll(".receipts li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task The_meeting_the_phone_and_nobody_before_the_release_lead_to_it()
    {
        var poll = await Hall.OpenPollAsync();
        await AssertNowhereAsync(poll);
        await Hall.CloseAsync(poll);
        await AssertNowhereAsync(poll);
        await Hall.ReleaseAsync(poll);

        foreach (var page in (string[])[$"/bijeenkomsten/{Hall.MeetingId}", $"/m/{Hall.Code}"])
        {
            await Reader.GetAsync(page);
            await Reader.GetAsync(Reader.Page.QuerySelector($"a[href^='/stemmingen/{poll}']")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, Reader.Status);
        }
    }

    [Fact]
    public async Task A_receipt_can_be_looked_up_from_the_page_of_the_meeting()
    {
        var poll = await HoldAsync(0, 1, 2);

        await Reader.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        await Reader.SubmitAsync(form => form.Type("bewijs", receipts[1]));

        Assert.StartsWith($"/stemmingen/{poll}?bewijs={receipts[1]}", Reader.Path, StringComparison.Ordinal);
        Assert.StartsWith("Ja.", Answer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_poll_has_no_page()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.CloseAsync(poll);
        await Hall.Get<Web.Polls.WithdrawPoll>().RunAsync(poll, "De vraag klopte niet.", Hall.Facilitator, Ct);

        await AssertNowhereAsync(poll);
    }

    private async Task<Guid> HoldAsync(params int[] options)
    {
        var poll = await Hall.OpenPollAsync(secret: true, method: new YesNoAbstain());
        foreach (var option in options)
            receipts.Add((await Hall.VoteAsync(poll, Guid.NewGuid(), option)).Receipt!);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        return poll;
    }

    private string Answer() => Reader.Page.QuerySelector("main [role=status] strong")!.TextContent;

    private async Task AssertNowhereAsync(Guid poll)
    {
        foreach (var page in (string[])[$"/stemmingen/{poll}", $"/stemmingen/{poll}?bewijs=0A0A0A", $"/stemmingen/{poll}/stembiljetten.csv"])
        {
            await Reader.GetAsync(page);
            Assert.True(Reader.Status == HttpStatusCode.NotFound, page);
        }
    }

    public sealed class OnSqlite() : ResultPageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ResultPageTests(DatabaseKind.Postgres);
}
