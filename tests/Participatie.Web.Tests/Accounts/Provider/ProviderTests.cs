using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Provider;
using Participatie.Web.Data;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Accounts.Provider;

/// <summary>Staff sign in with the account that they have at a provider, which runs here too.</summary>
public abstract class ProviderTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Email = "samira@voorbeeld.nl";

    private TestProvider provider = null!;
    private TestServer server = null!;
    private Guid table;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await TestProvider.StartAsync();
        Come("a1b2", Email, "begeleiders");
        server = await TestServer.StartAsync(kind, adjust: null,
        [
            $"--{ProviderOptions.Section}:Authority={provider.Address}",
            $"--{ProviderOptions.Section}:ClientId={TestProvider.ClientId}",
            $"--{ProviderOptions.Section}:ClientSecret={TestProvider.ClientSecret}",
            $"--{ProviderOptions.Section}:Name=Gemeente Voorbeeld",
            $"--{ProviderOptions.Section}:Groups:begeleiders=facilitator de-tafel",
            $"--{ProviderOptions.Section}:Groups:beheer=administrator",
        ]);
        table = await server.Db.AddTableAsync(Ct);
        await server.Db.ExecuteAsync("update tables set slug = 'de-tafel' where id = @table", new { table }, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_is_in_a_group_gets_an_account_and_its_task()
    {
        using var samira = await GoAsync();

        Assert.Equal("/beheer", samira.Path);
        Assert.Equal(["provider"], await server.Db.QueryAsync<string>("select method from sessions", null, Ct));
        Assert.Equal([$"{table} facilitator"], await TasksAsync());
        Assert.Equal("Samira", await server.Db.FindAsync<string>("select name from users where email = @Email and password_hash is null", new { Email }, Ct));
        Assert.DoesNotContain("tweede stap", samira.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_time_it_is_the_same_account_with_the_tasks_of_today()
    {
        using (await GoAsync())
        {
        }

        var id = await server.Db.FindAsync<Guid>("select id from users", null, Ct);
        await server.Db.ExecuteAsync("insert into table_roles (table_id, user_id, role) values (@table, @id, 'minutetaker')", new { table, id }, Ct);
        Come("a1b2", "nieuw-adres@voorbeeld.nl", "beheer");
        using var samira = await GoAsync();

        Assert.Equal("/beheer", samira.Path);
        Assert.Equal(["administrator", $"{table} minutetaker"], await TasksAsync());
        Assert.Equal(id, await server.Db.FindAsync<Guid>("select id from users", null, Ct));
    }

    [Fact]
    public async Task Who_was_invited_keeps_that_account()
    {
        using (await server.SignInAsync(StaffRole.MinuteTaker, table))
        {
        }

        await server.Db.ExecuteAsync("update users set email = @Email, normalized_email = upper(@Email)", new { Email }, Ct);
        using var samira = await GoAsync();

        Assert.Equal("/beheer", samira.Path);
        Assert.Equal(1, await server.Db.FindAsync<long>("select count(*) from users", null, Ct));
        Assert.Equal([$"{table} facilitator", $"{table} minutetaker"], (await TasksAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_vouch_for_opens_no_account()
    {
        using (await server.SignInAsync(StaffRole.Administrator, tableId: null))
        {
        }

        await server.Db.ExecuteAsync("update users set email = @Email, normalized_email = upper(@Email)", new { Email }, Ct);
        provider.Person["email_verified"] = false;
        using var stranger = await GoAsync();

        Assert.Contains("je hebt hier geen taak", stranger.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await server.Db.FindAsync<long>("select count(*) from user_logins", null, Ct));
    }

    [Fact]
    public async Task Who_has_no_task_gets_no_account()
    {
        Come("a1b2", Email, "iedereen");
        using var stranger = await GoAsync();

        Assert.StartsWith("/inloggen?", stranger.Path, StringComparison.Ordinal);
        Assert.Contains("Gemeente Voorbeeld kent je, maar je hebt hier geen taak.", stranger.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await server.Db.FindAsync<long>("select count(*) from users", null, Ct));
    }

    [Fact]
    public async Task An_account_that_is_shut_stays_shut()
    {
        using (await GoAsync())
        {
        }

        await server.Db.ExecuteAsync("update users set lockout_end = @end", new { end = DateTimeOffset.MaxValue.AddDays(-2) }, Ct);
        using var samira = await GoAsync();

        Assert.StartsWith("/inloggen?", samira.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_second_step_there_the_rules_here_hold()
    {
        provider.Person["amr"] = (string[])["pwd"];
        using var samira = await GoAsync();
        Assert.Equal(["password"], await server.Db.QueryAsync<string>("select method from sessions", null, Ct));
        Assert.Contains("tweede stap", samira.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);

        await server.Db.ExecuteAsync("update users set two_factor_enabled = true", null, Ct);
        using var again = await GoAsync();
        Assert.StartsWith(AccountsSetup.CodePath, again.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_service_number_is_dropped()
    {
        provider.Person["burgerservicenummer"] = "111222333";
        provider.Person["bsn_hash"] = "geheim-van-bsn";
        provider.Person["name"] = "Samira";
        provider.Person["groups"] = (string[])["begeleiders", "1112.22.333"];
        using var samira = await GoAsync();

        Assert.Equal("/beheer", samira.Path);
        foreach (var value in await server.Db.QueryAsync<string>("select value from user_claims union all select provider_key from user_logins union all select name from users union all select email from users", null, Ct))
        {
            Assert.DoesNotContain("222", value, StringComparison.Ordinal);
            Assert.DoesNotContain("bsn", value, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Who_is_named_by_a_citizen_service_number_does_not_come_in()
    {
        Come("111222333", Email, "beheer");
        using var samira = await GoAsync();

        Assert.Contains("Inloggen via Gemeente Voorbeeld is niet gelukt.", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await server.Db.FindAsync<long>("select (select count(*) from users) + (select count(*) from user_logins)", null, Ct));
    }

    [Theory]
    [InlineData(nameof(TestProvider.IsForged))]
    [InlineData(nameof(TestProvider.ReplaysNonce))]
    [InlineData(nameof(TestProvider.IsDenied))]
    public async Task An_answer_that_is_not_as_agreed_opens_nothing(string how)
    {
        typeof(TestProvider).GetProperty(how)!.SetValue(provider, true);
        using var visitor = await GoAsync();

        Assert.StartsWith("/inloggen?", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("is niet gelukt", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await server.Db.FindAsync<long>("select count(*) from sessions", null, Ct));
    }

    [Fact]
    public async Task An_answer_in_another_browser_opens_nothing()
    {
        using var samira = await GoAsync();
        var state = provider.LastAsked["state"].ToString();
        using var victim = server.NewVisitor();

        await victim.GetAsync($"{ProviderSetup.CallbackPath}?code=eentje&state={Uri.EscapeDataString(state)}");

        Assert.Contains("is niet gelukt", victim.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/beheer/account", "/beheer/account")]
    [InlineData("//elders.example/", "/beheer")]
    [InlineData("https://elders.example/", "/beheer")]
    [InlineData("/\\elders.example", "/beheer")]
    public async Task One_comes_back_to_a_page_of_ours(string asked, string expected)
    {
        using var samira = await GoAsync($"{ProviderSetup.Path}?terug={Uri.EscapeDataString(asked)}");

        Assert.Equal(expected, samira.Path);
    }

    [Fact]
    public async Task Who_must_show_again_who_it_is_is_asked_again()
    {
        using var samira = await GoAsync();
        Assert.Equal("", provider.LastAsked["prompt"].ToString());

        await samira.GetAsync(ProviderSetup.Path);

        Assert.Equal("login", provider.LastAsked["prompt"].ToString());
        Assert.Equal(1, await server.Db.FindAsync<long>("select count(*) from sessions", null, Ct));
    }

    private void Come(string subject, string email, params string[] groups)
    {
        provider.Person.Clear();
        provider.Person["sub"] = subject;
        provider.Person["email"] = email;
        provider.Person["email_verified"] = true;
        provider.Person["name"] = "Samira";
        provider.Person["groups"] = groups;
        provider.Person["amr"] = (string[])["pwd", "mfa"];
    }

    /// <summary>Through the button on the page, or from an address.</summary>
    private async Task<Visitor> GoAsync(string? address = null)
    {
        var visitor = server.NewVisitor();
        await visitor.GetAsync(AccountsSetup.SignInPath);
        await visitor.GetAsync(address ?? visitor.Page.QuerySelector($"main a[href^='{ProviderSetup.Path}']")!.GetAttribute("href")!);
        return visitor;
    }

    private async Task<IReadOnlyList<string>> TasksAsync()
    {
        var roles = await server.Db.QueryAsync<string>("select role from user_roles", null, Ct);
        var tables = await server.Db.QueryAsync<TaskRow>("select table_id, role from table_roles", null, Ct);
        return [.. roles, .. tables.Select(task => $"{task.TableId} {task.Role}")];
    }

    private sealed record TaskRow(Guid TableId, string Role);

    public sealed class OnSqlite() : ProviderTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ProviderTests(DatabaseKind.Postgres);
}
