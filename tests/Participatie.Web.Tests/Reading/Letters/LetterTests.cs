using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Decisions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Reading.Letters;

/// <summary>The news of a table on paper.</summary>
public abstract class LetterTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Letter = $"/tafels/{Evening.TableSlug}/brief";

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task A_table_that_decided_nothing_yet_says_so_and_when_it_meets()
    {
        await Visitor.GetAsync(Letter);

        Assert.Contains("In deze tijd is er niets besloten.", Text, StringComparison.Ordinal);
        Assert.Contains("Geld voor <jongeren>", Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_is_told_with_its_answer()
    {
        var advice = await AdviseAsync();
        await Visitor.GetAsync(Letter);
        Assert.Contains("Bestuurstafel Overvecht moet antwoord geven, uiterlijk ", Text, StringComparison.Ordinal);

        await AnswerAsync(advice, "Er komen **lampen**.");

        await Visitor.GetAsync(Letter);
        Assert.Contains("Het antwoord van Bestuurstafel Overvecht: Overgenomen.", Text, StringComparison.Ordinal);
        Assert.Equal("lampen", Visitor.Page.QuerySelectorAll(".letter-news strong")[^1].TextContent);
    }

    [Fact]
    public async Task What_was_answered_long_ago_is_left_out_and_what_is_awaited_never_is()
    {
        var advice = await AdviseAsync();
        await Server.Db.ExecuteAsync("update decisions set decided_at = @longAgo", new { longAgo = DateTimeOffset.UtcNow.AddYears(-1) }, Ct);
        await Visitor.GetAsync(Letter);
        Assert.Single(Visitor.Page.QuerySelectorAll(".letter-news > li"));

        await AnswerAsync(advice, "Goed.");
        await Server.Db.ExecuteAsync("update responses set given_at = @longAgo", new { longAgo = DateTimeOffset.UtcNow.AddDays(-300) }, Ct);
        await Visitor.GetAsync(Letter);
        Assert.Empty(Visitor.Page.QuerySelectorAll(".letter-news > li"));

        await Visitor.GetAsync($"{Letter}?vanaf={DutchTime.Machine(DutchTime.Today(DateTimeOffset.UtcNow).AddDays(-310))}");
        Assert.Single(Visitor.Page.QuerySelectorAll(".letter-news > li"));
    }

    [Theory]
    [InlineData("?vanaf=gisteren")]
    [InlineData("?vanaf=2999-01-01")]
    public async Task A_day_that_makes_no_sense_gives_the_usual_letter(string question)
    {
        await Visitor.GetAsync(Letter + question);

        Assert.Equal(HttpStatusCode.OK, Visitor.Status);
        Assert.Contains(DutchTime.Date(DutchTime.Today(DateTimeOffset.UtcNow).AddDays(-92)), Text, StringComparison.Ordinal);
    }

    private string Text => Visitor.Page.QuerySelector("article.letter")!.TextContent;

    private async Task<Guid> AdviseAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
        return await Server.Db.FindAsync<Guid>("select id from decisions", null, Ct);
    }

    private async Task AnswerAsync(Guid advice, string reasons)
    {
        var addressed = (await Server.Services.GetRequiredService<AnswerStore>().AddressedAsync(advice, Ct))!;
        Assert.Equal(AnswerStep.Done, await Server.Services.GetRequiredService<AnswerDecision>().RunAsync(advice, addressed, ResponseVerdict.Adopted, reasons, "Noor", Ct));
    }

    public sealed class OnSqlite() : LetterTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : LetterTests(DatabaseKind.Postgres);
}
