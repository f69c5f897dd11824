using System.Net;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Tests.Meetings;

namespace Participatie.Web.Tests.Polls;

/// <summary>A database that does not answer: nothing is confirmed, nothing is lost, and voting goes on by itself.</summary>
public sealed class SilentDatabaseTests() : HallTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_vote_that_was_not_stored_says_so_and_is_sent_again_with_one_touch()
    {
        var poll = await Hall.OpenPollAsync(secret: false, method: new MultipleChoice(2));
        using var anna = new Resident(Hall.Server);
        await anna.LookAsync(Hall.Code);
        await using (var other = await Hall.Server.Db.OpenConnectionAsync(Ct))
        await using (await other.BeginTransactionAsync(Ct)) // on SQLite this takes the lock that every writer needs
            await anna.VoteAsync("Ja", "Ik stem niet mee");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, anna.Phone.Status);
        Assert.Contains("Je stem is nog niet geteld", anna.Phone.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await anna.Phone.SubmitAsync();

        Assert.Equal("Counted", anna.Sees);
        await Hall.CloseAsync(poll);
        Assert.Equal([1, 0, 1], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }
}
