using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

public sealed class PaperBallotsTests() : HallTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Before_the_poll_opens_each_ballot_gets_a_pass_that_votes_once()
    {
        var poll = await Hall.AddPollAsync(binding: true, secret: false);
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync($"/beheer/peilingen/{poll}/stembiljetten");
        await samira.SubmitAsync(form => form.Type("Count", "2"));

        var codes = samira.Page.QuerySelectorAll(".paper-ballot .code").Select(code => Codes.Normalize(code.TextContent)).ToList();
        Assert.Equal(2, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["Ja", "Nee", "Ik stem niet mee"], samira.Page.QuerySelectorAll(".paper-ballot:first-child .marks-on-paper li").Select(line => line.TextContent.Trim()));
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);
        var phone = Guid.NewGuid();
        await Hall.UsePassAsync(codes[0], phone);
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, phone, 0)).Verdict);
        Assert.Equal(Hall.Entitled + 2, await Hall.Get<Passes>().CountAsync(Hall.MeetingId, Ct));
    }

    [Fact]
    public async Task While_the_poll_is_open_people_write_the_code_of_their_own_pass_on_it()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync($"/beheer/peilingen/{poll}/stembiljetten");

        await samira.SubmitAsync(form => form.Type("Count", "3"));

        Assert.Equal(3, samira.Page.QuerySelectorAll(".paper-ballot").Length);
        Assert.Empty(samira.Page.QuerySelectorAll(".paper-ballot .code"));
        Assert.Equal(Hall.Entitled, await Hall.Get<Passes>().CountAsync(Hall.MeetingId, Ct));
    }
}
