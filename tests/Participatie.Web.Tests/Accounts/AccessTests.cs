using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Accounts;

/// <summary>
/// Who may do what: <c>access.csv</c> says it for everything that the server answers to, and every combination is tried.
/// </summary>
public sealed class AccessTests() : HallTests(DatabaseKind.Sqlite)
{
    private const string Yes = "yes";

    /// <summary>Sent to the page to sign in.</summary>
    private const string SignIn = "sign in";

    private const string No = "no";

    /// <summary>The columns of the table, and who they are.</summary>
    private static readonly Dictionary<string, (StaffRole? Role, At At)> Visitors = new(StringComparer.Ordinal)
    {
        ["anybody"] = (null, At.NoTable),
        ["facilitator elsewhere"] = (StaffRole.Facilitator, At.Elsewhere),
        ["minute taker elsewhere"] = (StaffRole.MinuteTaker, At.Elsewhere),
        ["board member elsewhere"] = (StaffRole.BoardMember, At.Elsewhere),
        ["board that answers"] = (StaffRole.BoardMember, At.AnsweringTable),
        ["board member"] = (StaffRole.BoardMember, At.ThisTable),
        ["minute taker"] = (StaffRole.MinuteTaker, At.ThisTable),
        ["facilitator"] = (StaffRole.Facilitator, At.ThisTable),
        ["administrator"] = (StaffRole.Administrator, At.NoTable),
    };

    private enum At
    {
        NoTable,
        Elsewhere,
        ThisTable,

        /// <summary>The board that an advice of this table is for.</summary>
        AnsweringTable,
    }

    private Guid someone;
    private Addresses addresses = null!;

    public static TheoryData<string> Names => [.. Visitors.Keys];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using (await Hall.Server.SignInAsync(StaffRole.Facilitator, await Hall.Server.Db.AddTableAsync(Ct)))
            someone = await Hall.Server.Db.FindAsync<Guid>("select id from users", null, Ct);
        addresses = await Addresses.InAsync(Hall);
    }

    [Fact]
    public async Task Everything_the_server_answers_to_stands_in_the_table_and_nothing_else() =>
        Assert.Equal(Endpoints.Of(Hall).Select(ask => ask.ToString()), (await ReadAsync()).Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_table_says_what_each_may_do(string name)
    {
        var column = Visitors.Keys.ToList().IndexOf(name);
        var expected = await ReadAsync();
        using var visitor = await ComeAsync(name);
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), visitor.Cookies);

        var wrong = new List<string>();
        foreach (var ask in Endpoints.Of(Hall).OrderBy(Undoes).ThenBy(ask => ask.Method, StringComparer.Ordinal))
        {
            var got = string.Equals(ask.Method, "HUB", StringComparison.Ordinal) ? await InvokeAsync(phone, ask.Route) : await AskAsync(visitor, ask);
            if (!string.Equals(got, expected.GetValueOrDefault(ask.ToString())?[column], StringComparison.Ordinal))
                wrong.Add($"{ask}: {got}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("anybody")]
    [InlineData("facilitator elsewhere")]
    [InlineData("board member")]
    public async Task Who_is_refused_changes_nothing(string name)
    {
        var column = Visitors.Keys.ToList().IndexOf(name);
        var table = await ReadAsync();
        using var visitor = await ComeAsync(name);

        foreach (var ask in Endpoints.Of(Hall).Where(ask => ask.Method is "POST" && table[ask.ToString()][column] is not Yes))
            await AskAsync(visitor, ask);

        var snapshot = await Hall.SnapshotAsync();
        Assert.Equal(Core.Meetings.MeetingState.Open, snapshot.Meeting.State);
        Assert.Null(snapshot.Poll);
        Assert.Single(snapshot.Agenda);
        Assert.Equal(0, await Hall.Server.Db.FindAsync<long>("select (select count(*) from minutes) + (select count(*) from responses) + (select count(*) from postponements) + (select count(*) from notes) + (select count(*) from attendance)", null, Ct));
    }

    [Fact]
    public async Task Who_has_no_role_at_a_table_sees_nothing_of_it()
    {
        using var colleague = await Hall.Server.SignInAsync(StaffRole.Facilitator, await Hall.Server.Db.AddTableAsync(Ct));

        await colleague.GetAsync(AccountsSetup.HomePath);

        Assert.DoesNotContain("Het plein", colleague.Source, StringComparison.Ordinal);
    }

    private async Task<Visitor> ComeAsync(string name)
    {
        var (role, at) = Visitors[name];
        if (role is null)
            return Hall.Server.NewVisitor();

        return await Hall.Server.SignInAsync(role.Value, at switch
        {
            At.ThisTable => Hall.TableId,
            At.Elsewhere => await Hall.Server.Db.AddTableAsync(Ct),
            At.AnsweringTable => await Hall.Server.Db.FindAsync<Guid>("select answering_table from decisions where id = @advice", new { advice = addresses.Advice }, Ct),
            _ => null,
        });
    }

    /// <summary>What ends a visit or the meeting comes last.</summary>
    private static int Undoes(Ask ask) => ask.Route switch
    {
        "/uitloggen" when ask.Method is "POST" => 3,
        _ when ask.Route.Contains("handler=Prepare", StringComparison.Ordinal) => 2, // a tablet that goes round is nobody's
        _ when ask.Route.Contains("handler=Close", StringComparison.Ordinal) || ask.Route.Contains("handler=Discard", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    private async Task<string> AskAsync(Visitor visitor, Ask ask)
    {
        var address = addresses.Of(ask);
        if (ask.Method is "GET")
        {
            await visitor.GetAsync(address);
        }
        else
        {
            await visitor.GetAsync(AccountsSetup.SignInPath);
            await visitor.PostAsync(address, Ids());
        }

        var isAtTheDoor = visitor.Path.StartsWith($"{AccountsSetup.SignInPath}?", StringComparison.Ordinal);
        return visitor.Status switch
        {
            HttpStatusCode.Forbidden => No,
            HttpStatusCode.InternalServerError => "fault",
            HttpStatusCode.NotFound when ask.Page is not null && visitor.Path.StartsWith("/beheer", StringComparison.Ordinal) => "not found",
            _ when isAtTheDoor && !ask.Route.StartsWith(AccountsSetup.SignInPath, StringComparison.Ordinal) => SignIn,
            _ => Yes,
        };
    }

    private async Task<string> InvokeAsync(HubPhone phone, string method)
    {
        object[] arguments = method switch
        {
            "CastVote" => [addresses.Poll.ToString(), new[] { new { option = 0 } }, 1],
            _ => [Hall.Code],
        };
        try
        {
            await phone.InvokeAsync(method, arguments);
            return Yes;
        }
        catch (HubRefusedException)
        {
            return No;
        }
    }

    private static async Task<Dictionary<string, string[]>> ReadAsync()
    {
        var lines = await File.ReadAllLinesAsync(Repository.File("tests/Participatie.Web.Tests/Accounts/access.csv"), Ct);
        Assert.Equal(["endpoint", .. Visitors.Keys], lines[0].Split(','));
        return lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);
    }

    private (string Name, string Value)[] Ids() =>
        [("tafel", Hall.TableId.ToString()), ("tableId", Hall.TableId.ToString()), ("userId", someone.ToString()), ("itemId", Hall.ItemId.ToString()), ("Name", "Een tafel"), ("Text", "Tekst")];
}
