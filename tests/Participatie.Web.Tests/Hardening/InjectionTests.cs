using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Hardening;

/// <summary>
/// What people try on websites (<c>attacks.txt</c>), in everything that the server reads: routes, query strings and forms,
/// found in the server itself. In a short run every input gets some of them, in a long one each.
/// </summary>
public abstract class InjectionTests(DatabaseKind kind) : HallTests(kind)
{
    private const int ShortRun = 2;

    /// <summary>Far below what the attacks ask the database to sleep, and far above what an answer takes.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(8);

    /// <summary>Ends the visit, the meeting, or the account of the visitor.</summary>
    internal static readonly string[] Ending = ["/uitloggen", "handler=Prepare", "handler=Close", "handler=Discard", "handler=End", "handler=Remove", "handler=Shut"];

    private readonly List<string> wrong = [];

    [Fact]
    public async Task Nothing_that_anybody_sends_is_read_as_a_program()
    {
        var attacks = await File.ReadAllLinesAsync(Repository.File("tests/Participatie.Web.Tests/Hardening/attacks.txt"), Ct);
        var addresses = await Addresses.InAsync(Hall);
        using var visitor = await Hall.Server.SignInAsync(StaffRole.Administrator, tableId: null);
        await visitor.GetAsync(AccountsSetup.SignInPath);
        var asks = Endpoints.Of(Hall).Where(ask => ask.Method is "GET" or "POST" && !Ending.Any(end => ask.Route.Contains(end, StringComparison.Ordinal))).ToList();
        Assert.True(asks.Sum(ask => ask.Inputs.Count) > 100, "Too few inputs were found for this to say anything.");

        var rounds = Fuzz.IsLongRun ? attacks.Length : ShortRun;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (number, ask) in asks.Index())
                await AttackAsync(visitor, ask, addresses, index => attacks[((round * attacks.Length / rounds) + number + (index * 7)) % attacks.Length]);
        }

        foreach (var page in asks.Where(ask => ask is { Method: "GET", Page: not null }))
            await ReadAsync(visitor, page.ToString(), async () => await visitor.GetAsync(addresses.Of(page)));

        Assert.Equal("", string.Join('\n', wrong));
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
        Assert.Equal("Het plein", (await Hall.SnapshotAsync()).Meeting.Title);
    }

    private Task AttackAsync(Visitor visitor, Ask ask, Addresses addresses, Func<int, string> attack)
    {
        var address = addresses.Of(ask, attack(3));
        var fields = ask.Inputs.Select((name, index) => (name, attack(index))).ToArray();
        var name = $"{ask} with {string.Join(" | ", fields.Select(field => $"{field.name}={field.Item2}"))}";
        return ReadAsync(visitor, name, async () =>
        {
            if (ask.Method is "GET")
                await visitor.GetAsync(fields.Aggregate(address, (path, field) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(field.name)}={Uri.EscapeDataString(field.Item2)}"));
            else
                await visitor.PostAsync(address, fields);
        });
    }

    private async Task ReadAsync(Visitor visitor, string name, Func<Task> ask)
    {
        if (visitor.Page.QuerySelector("[name=__RequestVerificationToken]") is null)
            await visitor.GetAsync(AccountsSetup.SignInPath);

        var begun = DateTimeOffset.UtcNow;
        try
        {
            await ask();
        }
        catch (HttpRequestException fault)
        {
            wrong.Add($"{name}: {fault.Message}");
            return;
        }

        if (DateTimeOffset.UtcNow - begun > Slow)
            wrong.Add($"{name}: slow");
        if (visitor.Status >= HttpStatusCode.InternalServerError)
            wrong.Add($"{name}: {visitor.Status}");
        wrong.AddRange(Programs.In(visitor.Page).Select(element => $"{name}: {element.OuterHtml}"));
    }

    public sealed class OnSqlite() : InjectionTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : InjectionTests(DatabaseKind.Postgres);
}
