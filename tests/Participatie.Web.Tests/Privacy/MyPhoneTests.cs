using System.Text.Json;
using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Data;
using Participatie.Web.Privacy.Phone;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Privacy;

/// <summary>Somebody sees what hangs on a phone, takes it along and throws it away.</summary>
public abstract class MyPhoneTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task A_phone_shows_what_hangs_on_it_and_not_what_hangs_on_another()
    {
        using var anna = await TakePartAsync("Komt er een bankje?");
        using var bilal = await TakePartAsync("Komt er een boom?");

        await anna.GetAsync(MyPhoneModel.Path);

        Assert.Equal(["Je gebruikte een stempas.", "Je schreef: Komt er een bankje?"], Lines(anna));
        using var file = JsonDocument.Parse(await anna.Http.GetStringAsync(anna.Page.QuerySelector("main a[download]")!.GetAttribute("href")!, Ct));
        Assert.Equal(["", "Komt er een bankje?"], file.RootElement.EnumerateArray().Select(one => one.GetProperty("text").GetString() ?? ""));
        Assert.DoesNotContain("boom", anna.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_meeting_goes_on_nothing_can_be_thrown_away()
    {
        using var anna = await TakePartAsync("Komt er een bankje?");
        await anna.GetAsync(MyPhoneModel.Path);
        Assert.Empty(anna.Page.QuerySelectorAll("main form"));

        await anna.GetAsync($"/m/{Hall.Code}/vragen");
        await anna.PostAsync(MyPhoneModel.Path);

        Assert.Equal(2, Lines(anna).Count());
    }

    [Fact]
    public async Task What_is_thrown_away_changes_no_result_and_nothing_that_was_read()
    {
        using var anna = await TakePartAsync("Komt er een bankje?");
        using var bilal = await TakePartAsync("Komt er een boom?");
        await Hall.Server.Db.ExecuteAsync("update contributions set state = 'shown', shown_at = sent_at where text like '%boom%'", null, Ct);
        await anna.GetAsync($"/m/{Hall.Code}/vragen");
        await anna.SubmitAsync(form: "form[action$=Support]", button: "button");
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        var outcome = await Hall.OutcomeAsync(poll);
        await Hall.CloseMeetingAsync();

        foreach (var phone in (Visitor[])[anna, bilal])
        {
            await phone.GetAsync(MyPhoneModel.Path);
            await phone.SubmitAsync();
            Assert.Contains("Het is weg", phone.Page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(Lines(phone));
        }

        Assert.DoesNotContain("deelnemer", anna.Cookies, StringComparison.Ordinal);
        Assert.Equal(["Komt er een boom?"], await Hall.Server.Db.QueryAsync<string>("select text from contributions where participant_id = id", null, Ct));
        Assert.Equal(["Komt er een boom?"], await Hall.Server.Db.QueryAsync<string>("select text from contributions", null, Ct));
        Assert.Equal(1, await Hall.Server.Db.FindAsync<long>("select count(*) from contribution_supporters", null, Ct));
        Assert.Equal(2, await Hall.Server.Db.FindAsync<long>("select count(*) from passes where participant_id = id", null, Ct));
        Assert.Equal(outcome!.Tally.Counts, (await Hall.OutcomeAsync(poll))!.Tally.Counts);
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
    }

    private static IEnumerable<string> Lines(Visitor phone) => phone.Page.QuerySelectorAll("main h2 + ul li").Select(line => line.TextContent.Trim());

    private async Task<Visitor> TakePartAsync(string question)
    {
        var phone = Hall.Server.NewVisitor();
        await phone.GetAsync($"/p/{Hall.TakePass()}");
        await phone.SubmitAsync();
        await phone.GetAsync($"/m/{Hall.Code}/vragen");
        await phone.SubmitAsync(form => ((IHtmlTextAreaElement)form.Elements["tekst"]!).Value = question);
        return phone;
    }

    public sealed class OnSqlite() : MyPhoneTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : MyPhoneTests(DatabaseKind.Postgres);
}
