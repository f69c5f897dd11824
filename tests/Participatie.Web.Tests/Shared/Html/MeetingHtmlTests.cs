using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Shared.Html;

/// <summary>What stands on phones, on the screen and before the facilitator is valid HTML all evening, whatever is voted on.</summary>
public sealed class MeetingHtmlTests() : HallTests(DatabaseKind.Sqlite)
{
    private readonly SeenPages seen = new();

    private string language = "nl";

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task Every_state_of_a_meeting_is_valid(string spoken)
    {
        language = spoken;
        using var bilal = Enter(new Resident(Hall.Server));
        using var anna = Enter(new Resident(Hall.Server));
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await anna.TypeCodeAsync(Hall.TakePass());

        await LookAsync(anna, bilal, samira, "Listening");
        await RaiseHandAsync(anna, bilal, samira);
        foreach (var method in Methods.All.Values)
            await VoteAsync(method, anna, bilal, samira);
        await WithdrawAsync(anna, bilal, samira);
        await Hall.CloseMeetingAsync();
        await LookAsync(anna, bilal, samira, "Over");

        await seen.AssertSoundAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task A_meeting_that_is_yet_to_come_or_does_not_go_on_is_valid(string spoken)
    {
        language = spoken;
        using var anna = Enter(new Resident(Hall.Server));
        var code = await Hall.PlanAnotherAsync();

        await LookAsync(anna, code, "Planned");
        var meeting = await Hall.Server.Db.FindAsync<Guid>("select id from meetings where code = @code", new { code }, Ct);
        await Hall.Get<CancelMeeting>().RunAsync(meeting, "De zaal is niet vrij.", Hall.Facilitator, Ct);
        await LookAsync(anna, code, "Cancelled");

        await seen.AssertSoundAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task The_tablet_is_valid_from_pass_to_receipt(string spoken)
    {
        language = spoken;
        using var tablet = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        Speak(tablet);
        var pass = Hall.TakePass();
        foreach (var method in Methods.All.Values)
        {
            var poll = await Hall.OpenPollAsync(binding: true, secret: false, method);
            await SeeAsync(tablet, $"/m/{Hall.Code}/tablet");
            if (tablet.Page.QuerySelector("[name=pas]") is null)
            {
                await tablet.SubmitAsync(); // makes it ready, once
                await SeeAsync(tablet, $"/m/{Hall.Code}/tablet");
            }

            await tablet.SubmitAsync(form => form.Type("pas", pass));
            seen.Add(tablet, method.Name);
            await tablet.SubmitAsync(FillIn, "form:has([name=keuze], [name^=keuze-])", ButtonOn(tablet));
            seen.Add(tablet, method.Name);
            Assert.NotNull(tablet.Page.QuerySelector(".receipt"));
            await Hall.CloseAsync(poll);
        }

        await seen.AssertSoundAsync();
    }

    private async Task RaiseHandAsync(Resident anna, Resident bilal, Visitor samira)
    {
        await SeeAsync(anna.Phone, $"/m/{Hall.Code}/hand");
        await anna.Phone.SubmitAsync(form => form.Type("naam", "Anna <3"));
        await SeeAsync(anna.Phone, $"/m/{Hall.Code}/hand");
        await LookAsync(anna, bilal, samira, "Listening");
    }

    private async Task VoteAsync(CountingMethod method, Resident anna, Resident bilal, Visitor samira)
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false, method);
        await LookAsync(anna, bilal, samira, "Vote", "NotEntitled");
        await SeeAsync(samira, $"/m/{Hall.Code}/tellen/{poll}");

        await anna.Phone.SubmitAsync(FillIn, "#stemmen", ButtonOn(anna.Phone));
        seen.Add(anna.Phone, method.Name);
        Assert.Equal("Counted", anna.Sees);
        await anna.ChooseAgainAsync();
        seen.Add(anna.Phone, method.Name);

        await Hall.CloseAsync(poll);
        await LookAsync(anna, bilal, samira, "Closed");
        await Hall.ReleaseAsync(poll);
        await LookAsync(anna, bilal, samira, "Released");
        await SeeAsync(anna.Phone, $"/stemmingen/{poll}");
    }

    private async Task WithdrawAsync(Resident anna, Resident bilal, Visitor samira)
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.Get<WithdrawPoll>().RunAsync(poll, "De vraag klopte niet.", Hall.Facilitator, Ct);
        await LookAsync(anna, bilal, samira, "Withdrawn");
    }

    /// <summary>Everybody looks at what they have before them: who has a pass, who has none where that differs, the hall, the facilitator.</summary>
    private async Task LookAsync(Resident anna, Resident bilal, Visitor samira, string state, string? withoutPass = null)
    {
        await LookAsync(anna, Hall.Code, state);
        if (withoutPass is not null)
            await LookAsync(bilal, Hall.Code, withoutPass);
        await SeeAsync(bilal.Phone, $"/m/{Hall.Code}/scherm");
        await SeeAsync(samira, $"/m/{Hall.Code}/leiden");
    }

    private async Task LookAsync(Resident resident, string code, string state)
    {
        await resident.LookAsync(code);
        seen.Add(resident.Phone, $"{state}, {language}");
        Assert.Equal(state, resident.Sees);
    }

    private async Task SeeAsync(Visitor visitor, string path)
    {
        await visitor.GetAsync(path);
        Assert.Equal(path, visitor.Path);
        seen.Add(visitor, language);
    }

    private Resident Enter(Resident resident)
    {
        Speak(resident.Phone);
        return resident;
    }

    private void Speak(Visitor visitor) => visitor.Http.DefaultRequestHeaders.Add("Accept-Language", language);

    private static string ButtonOn(Visitor voter) => voter.Page.QuerySelector("#inleveren") is null ? "button.choice" : "#inleveren";

    /// <summary>Chooses something on a ballot of any kind: as many dots as there may be for one option, a low mark for the others.</summary>
    private static void FillIn(IHtmlFormElement ballot)
    {
        var groups = ballot.QuerySelectorAll<IHtmlInputElement>("[type=radio], [type=checkbox]").GroupBy(choice => choice.Name, StringComparer.Ordinal).ToList();
        foreach (var group in groups)
            (group == groups[0] ? group.Last() : group.First()).IsChecked = true;
        foreach (var place in ballot.QuerySelectorAll<IHtmlSelectElement>("select").Take(1))
            place.Value = "0";
        foreach (var reason in ballot.QuerySelectorAll<IHtmlTextAreaElement>("textarea"))
            reason.Value = "Te duur & te klein";
    }
}
