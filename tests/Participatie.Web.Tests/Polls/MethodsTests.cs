using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Polls;

/// <summary>Every counting method from the ballot on a phone without scripts to the result that everybody sees.</summary>
public abstract class MethodsTests(DatabaseKind kind) : HallTests(kind)
{
    [Theory]
    [InlineData("yes-no", "keuze=0", "0", "Aangenomen: de enige stem is voor.")]
    [InlineData("single", "keuze=1", "1", "Gekozen: ‘Nee’, met 1 stem.")]
    [InlineData("multiple", "keuze=0&keuze=2", "0,2", "Gekozen: ‘Ja’ en ‘Ik stem niet mee’.")]
    [InlineData("approval", "keuze=1", "1", "Gekozen: ‘Nee’, met 1 stem.")]
    [InlineData("score", "keuze-0=0:4&keuze-1=1:2&keuze-2=2:1", "0:4,1:2,2:1", "Gekozen: ‘Ja’, met gemiddeld een 4.")]
    [InlineData("dots", "keuze-0=&keuze-1=1:3&keuze-2=2:2", "1:3,2:2", "Gekozen: ‘Nee’, met 3 stippen.")]
    [InlineData("run-off", "keuze=2&keuze=0&keuze=", "0:2,2:1", "Gekozen: ‘Ik stem niet mee’, in de eerste ronde.")]
    [InlineData("schulze", "keuze=1&keuze=2&keuze=0", "0:3,1:1,2:2", "Gekozen: ‘Nee’, na vergelijking twee aan twee.")]
    [InlineData("consent", "keuze=2&reden=Te druk, te duur; echt", "2;Te druk, te duur; echt", "1 bezwaar. Dat horen we eerst.")]
    [InlineData("consent", "keuze=0&reden=", "0", "Aangenomen: niemand heeft bezwaar.")]
    public async Task A_ballot_is_filled_in_stored_counted_and_told(string method, string fields, string stored, string sentence)
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false, method: Methods.All[method]);
        using var phone = Hall.Server.NewVisitor();
        await phone.GetAsync($"/p/{Hall.TakePass()}");
        await phone.SubmitAsync();

        await VoteAsync(phone, poll, fields);

        Assert.Equal("Counted", phone.Page.QuerySelector("main")!.GetAttribute("data-now"));
        Assert.Equal(stored, await Hall.Server.Db.FindAsync<string>("select choices from ballots where poll_id = @poll", new { poll }, Ct));
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        await phone.GetAsync($"/m/{Hall.Code}");
        Assert.Equal(sentence, phone.Page.QuerySelector("[data-slot=verdict]")!.TextContent);
        Assert.Equal(3, phone.Page.QuerySelectorAll(".bars li").Length);
    }

    [Theory]
    [InlineData("multiple", "keuze=0&keuze=1&keuze=2")]
    [InlineData("score", "keuze-0=0:4")]
    [InlineData("score", "keuze-0=0:6&keuze-1=1:2&keuze-2=2:1")]
    [InlineData("dots", "keuze-0=0:3&keuze-1=1:3")]
    [InlineData("dots", "keuze-0=0:4")]
    [InlineData("run-off", "keuze=1&keuze=1")]
    [InlineData("run-off", "")]
    [InlineData("consent", "keuze=2&reden= ")]
    [InlineData("yes-no", "keuze=0:1")]
    public async Task An_impossible_ballot_is_refused_with_a_sentence_and_stores_nothing(string method, string fields)
    {
        var poll = await Hall.OpenPollAsync(method: Methods.All[method]);
        using var phone = Hall.Server.NewVisitor();

        await VoteAsync(phone, poll, fields);

        Assert.Equal("Deze keuze kan niet. Kies opnieuw.", phone.Page.QuerySelector(".notice[role=alert]:not([hidden])")!.TextContent.Trim());
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Theory]
    [InlineData("yes-no", "button[name=keuze]", 3)]
    [InlineData("multiple", "input[type=checkbox][name=keuze]", 3)]
    [InlineData("score", "input[type=radio][name^=keuze-]", 15)]
    [InlineData("dots", "input[type=radio][name^=keuze-]", 12)]
    [InlineData("run-off", "select[name=keuze]", 3)]
    [InlineData("consent", "input[type=radio][name=keuze], textarea[name=reden]", 4)]
    public async Task The_ballot_has_the_fields_that_its_method_asks_for(string method, string field, int number)
    {
        await Hall.OpenPollAsync(method: Methods.All[method]);
        using var phone = Hall.Server.NewVisitor();

        await phone.GetAsync($"/m/{Hall.Code}");

        Assert.Equal(number, phone.Page.QuerySelectorAll($"#stemmen {field.Replace(", ", ", #stemmen ", StringComparison.Ordinal)}").Length);
    }

    [Theory]
    [InlineData("score", "keuze-0=0:4&keuze-1=1:2&keuze-2=2:1", "input[value='0:4'][checked], input[value='1:2'][checked], input[value='2:1'][checked]", 3)]
    [InlineData("run-off", "keuze=2&keuze=0", "option[value='2'][selected], option[value='0'][selected]", 2)]
    public async Task Choosing_again_begins_with_what_was_chosen(string method, string fields, string marks, int number)
    {
        var poll = await Hall.OpenPollAsync(method: Methods.All[method]);
        using var phone = Hall.Server.NewVisitor();
        await VoteAsync(phone, poll, fields);

        await phone.GetAsync($"/m/{Hall.Code}?opnieuw=ja");

        Assert.Equal(number, phone.Page.QuerySelectorAll(marks).Length);
    }

    [Fact]
    public async Task Who_voted_and_who_might_have_are_kept_with_the_outcome()
    {
        var poll = await Hall.OpenPollAsync(binding: true, method: Methods.All["yes-no"]);
        await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 0);
        await Hall.NewPassHolderAsync();

        await Hall.CloseAsync(poll);

        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal(new Electorate(Hall.Entitled, Present: 2), outcome.Electorate);
        Assert.Equal(1, outcome.Tally.Ballots);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task With_few_secret_ballots_no_number_is_kept_but_the_turnout(int voters, bool hidden)
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        for (var voter = 0; voter < voters; voter++)
            await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);

        var released = (await Hall.SnapshotAsync()).Poll!;
        Assert.Equal(hidden, released.Counts is null);
        Assert.Equal(voters, released.Ballots);
        Assert.Equal(hidden, !released.Outcome!.Chart.Contains("<progress", StringComparison.Ordinal));
        Assert.Equal(
            hidden ? "De meeste mensen zeggen ja. Er stemden weinig mensen. Daarom laten we geen aantallen zien." : "Alle 3 stemmen zijn ja.",
            released.Outcome.Sentence);
    }

    private async Task VoteAsync(Testing.Http.Visitor phone, Guid poll, string fields)
    {
        await phone.GetAsync($"/m/{Hall.Code}");
        var posted = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(field => (field[0], field[1]));
        await phone.PostAsync($"/m/{Hall.Code}/peilingen/{poll}/stem", [.. posted]);
    }

    public sealed class OnSqlite() : MethodsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : MethodsTests(DatabaseKind.Postgres);
}
