using System.Text.RegularExpressions;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
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

    private static async Task<Guid> VoteAsync(Hall hall, int option)
    {
        var poll = await hall.OpenPollAsync();
        for (var voter = 0; voter < Voters; voter++)
            Assert.Equal(Verdict.Accepted, (await hall.VoteAsync(poll, Guid.NewGuid(), option)).Verdict);
        await hall.Get<MeetingRooms>().RefreshAsync(hall.MeetingId, Ct); // the turnout, without waiting for the broadcaster
        return poll;
    }

    private static async Task<string> SourceAsync(Hall hall, Visitor visitor, string page)
    {
        await visitor.GetAsync($"/m/{hall.Code}{page}");
        Assert.Contains("bankjes", visitor.Source, StringComparison.OrdinalIgnoreCase);
        var source = visitor.Source.Replace(hall.Code, "", StringComparison.OrdinalIgnoreCase).Replace(Codes.Spaced(hall.Code), "", StringComparison.Ordinal);
        return Passing().Replace(source, "");
    }

    /// <summary>What differs from hall to hall and from moment to moment: ids, tokens of forms, addresses, times.</summary>
    [GeneratedRegex("""[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|value="CfDJ8[^"]*"|127\.0\.0\.1:\d+|<svg.*?</svg>|\d{4}-\d\d-\d\dT[\d:]+Z|\d\d\.\d\d uur""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Passing();
}
