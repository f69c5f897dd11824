using System.Text.Json;
using System.Text.RegularExpressions;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

/// <summary>Before its release no page tells a result, not even in its source: whatever people chose, it is the same.</summary>
public sealed partial class UntoldResultTests() : HallTests(DatabaseKind.Sqlite)
{
    private const int Voters = 7;

    [Theory]
    [InlineData("")]
    [InlineData("/scherm")]
    [InlineData("/leiden")]
    [InlineData("/verslag")]
    public async Task The_source_of_a_page_does_not_depend_on_what_people_chose(string page)
    {
        await using var other = await Hall.OpenAsync(DatabaseKind.Sqlite);

        var yes = await SourcesAsync(Hall, page, option: 0);
        var no = await SourcesAsync(other, page, option: 1);

        Assert.Equal(yes.WhileOpen, no.WhileOpen);
        Assert.Equal(yes.Closed, no.Closed);
        Assert.NotEqual(yes.Released, no.Released);
    }

    [Theory]
    [InlineData("yes-no", "0", "1")]
    [InlineData("single", "0", "2")]
    [InlineData("multiple", "0,1", "2")]
    [InlineData("approval", "0", "0,1,2")]
    [InlineData("score", "0:5,1:1,2:1", "0:1,1:2,2:5")]
    [InlineData("dots", "0:3", "1:3,2:2")]
    [InlineData("run-off", "0:1,1:2", "2:1")]
    [InlineData("schulze", "0:1,1:1", "2:1,1:2,0:3")]
    [InlineData("consent", "0", "2;Veel te duur")]
    public async Task No_page_file_or_message_depends_on_what_people_chose_whatever_the_method(string method, string one, string another)
    {
        await using var other = await Hall.OpenAsync(DatabaseKind.Sqlite);

        var told = await ToldAsync(Hall, Methods.All[method], one);
        var toldOther = await ToldAsync(other, Methods.All[method], another);

        Assert.Equal(told.BeforeRelease, toldOther.BeforeRelease);
        Assert.NotEqual(told.Released, toldOther.Released);
    }

    [Fact]
    public async Task The_public_page_of_the_meeting_tells_nothing_before_the_release()
    {
        using var reader = Hall.Server.NewVisitor();
        var poll = await VoteAsync(Hall, option: 0);
        await reader.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        Assert.DoesNotContain("Komen er bankjes?", reader.Source, StringComparison.Ordinal);

        await Hall.CloseAsync(poll);
        await reader.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        Assert.DoesNotContain("Komen er bankjes?", reader.Source, StringComparison.Ordinal);

        await Hall.ReleaseAsync(poll);
        await reader.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        Assert.Contains("Alle 7 stemmen zijn ja.", reader.Source, StringComparison.Ordinal);
    }

    private static async Task<(string WhileOpen, string Closed, string Released)> SourcesAsync(Hall hall, string page, int option)
    {
        using var facilitator = await hall.Server.SignInAsync(StaffRole.Facilitator, hall.TableId);
        var poll = await VoteAsync(hall, option);
        var open = await SourceAsync(hall, facilitator, page);
        await hall.CloseAsync(poll);
        var closed = await SourceAsync(hall, facilitator, page);
        await hall.ReleaseAsync(poll);
        return (open, closed, await SourceAsync(hall, facilitator, page));
    }

    /// <summary>All that reaches anybody while people vote and after the closing, and then after the release.</summary>
    private static async Task<(List<string> BeforeRelease, List<string> Released)> ToldAsync(Hall hall, CountingMethod method, string ballot)
    {
        using var facilitator = await hall.Server.SignInAsync(StaffRole.Facilitator, hall.TableId);
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(
            new Uri(hall.Server.Address, "/hubs/meeting"), facilitator.Cookies, "meetingChanged", "tallyChanged");
        var before = new List<string> { Lasting(hall, (await phone.InvokeAsync("Join", hall.Code)).ToString()) };

        var poll = await VoteAsync(hall, method, BallotText.Read(ballot));
        await HearAsync("tallyChanged", news => news.GetProperty("ballots").GetInt32() == Voters);
        await LookAroundAsync(before);
        await hall.CloseAsync(poll);
        await HearAsync("meetingChanged", news => IsState(news, "closed"));
        await LookAroundAsync(before);
        await hall.ReleaseAsync(poll);
        var released = new List<string>();
        await LookAroundAsync(released);
        return (before, released);

        async Task HearAsync(string name, Func<JsonElement, bool> until) =>
            before.Add(Lasting(hall, (await phone.HearAsync(name, heard => until(heard.Arguments[0]))).Arguments.ToString()));

        async Task LookAroundAsync(List<string> seen)
        {
            seen.Add(Lasting(hall, Json.Write(await hall.SnapshotAsync())));
            seen.Add(Lasting(hall, (await phone.InvokeAsync("Join", hall.Code)).ToString()));
            foreach (var path in Doors(hall, poll))
            {
                await LookAsync(facilitator, path);
                seen.Add($"{facilitator.Status} {Lasting(hall, facilitator.Source)}");
            }
        }
    }

    private static bool IsState(JsonElement news, string state) =>
        news.GetProperty("poll") is { ValueKind: JsonValueKind.Object } poll && string.Equals(poll.GetProperty("state").GetString(), state, StringComparison.Ordinal);

    private static IEnumerable<string> Doors(Hall hall, Guid poll) =>
    [
        $"/m/{hall.Code}", $"/m/{hall.Code}/scherm", $"/m/{hall.Code}/leiden", $"/m/{hall.Code}/verslag",
        $"/bijeenkomsten/{hall.MeetingId}", "/", "/besluiten", $"/stemmingen/{poll}", $"/stemmingen/{poll}?bewijs=0A0A0A",
        .. ((string[])["csv", "soc", "soi", "toc", "toi"]).Select(extension => $"/stemmingen/{poll}/stembiljetten.{extension}"),
    ];

    private static Task<Guid> VoteAsync(Hall hall, int option) => VoteAsync(hall, new YesNoAbstain(), [new Choice(option)]);

    private static async Task<Guid> VoteAsync(Hall hall, CountingMethod method, IReadOnlyList<Choice> ballot)
    {
        var poll = await hall.OpenPollAsync(method: method);
        for (var voter = 0; voter < Voters; voter++)
            Assert.Equal(Verdict.Accepted, (await hall.Get<CastVote>().RunAsync(poll, new Voter(hall.MeetingId, Guid.NewGuid()), ballot, attempt: 1)).Verdict);
        await hall.Get<MeetingRooms>().RefreshAsync(hall.MeetingId, Ct); // the turnout, without waiting for the broadcaster
        return poll;
    }

    private static async Task<string> SourceAsync(Hall hall, Visitor visitor, string page)
    {
        await LookAsync(visitor, $"/m/{hall.Code}{page}");
        Assert.Contains("bankjes", visitor.Source, StringComparison.OrdinalIgnoreCase);
        return Lasting(hall, visitor.Source);
    }

    /// <summary>Minutes show a result in their preview only.</summary>
    private static async Task LookAsync(Visitor visitor, string path)
    {
        await visitor.GetAsync(path);
        if (path.EndsWith("/verslag", StringComparison.Ordinal))
            await visitor.SubmitAsync(form: "#verslag", button: "button[formaction*=Preview]");
    }

    private static string Lasting(Hall hall, string source) => Passing().Replace(
        source.Replace(hall.Code, "", StringComparison.OrdinalIgnoreCase).Replace(Codes.Spaced(hall.Code), "", StringComparison.Ordinal), "");

    /// <summary>What differs from hall to hall and from moment to moment: ids, tokens of forms, addresses, times, revisions.</summary>
    [GeneratedRegex("""[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|value="CfDJ8[^"]*"|127\.0\.0\.1:\d+|<svg.*?</svg>|\d{4}-\d\d-\d\dT[\d:]+Z|\d\d\.\d\d uur|"[a-z]+At":"[^"]*"|"(revision|connected)":\d+|[0-9a-f]{32}""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Passing();
}
