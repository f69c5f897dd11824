using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Tests.Accounts;

/// <summary>A server with a table, on which staff get accounts.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Password = "een lang wachtwoord";
    public const string Table = "wijktafel-overvecht";

    private readonly TestServer server;

    private Office(TestServer server) => this.server = server;

    public static async Task<Office> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? adjust = null)
    {
        var office = new Office(await TestServer.StartAsync(kind, adjust));
        await office.server.Db.ExecuteAsync(TableSql, new { id = RowKey.New(), slug = Table }, Ct);
        return office;
    }

    private const string TableSql =
        "insert into tables (id, slug, name, kind, area) values (@id, @slug, 'Wijktafel Overvecht', 'neighbourhood', 'utrecht-overvecht')";

    public Visitor NewVisitor() => server.NewVisitor();

    public Task<StaffOutcome> AddAsync(
        string email, StaffRole role = StaffRole.Administrator, string? table = null, string? password = Password) =>
        WithAsync(services => services.GetRequiredService<AddStaff>().RunAsync(email, "Ada de Vries", role, table, password, Ct));

    public Task<StaffUser> FindAsync(string email) =>
        WithAsync(async services => (await services.GetRequiredService<UserManager<StaffUser>>().FindByEmailAsync(email))!);

    /// <summary>The attempts to sign in that did not succeed yet.</summary>
    public Task<long> AttemptsAsync() => server.Db.FindAsync<long>("select coalesce(sum(attempts), 0) from sign_in_attempts", null, Ct);

    public Task<long> CountAsync(string table) => server.Db.FindAsync<long>($"select count(*) from {table}", null, Ct);

    public Task<Guid> TableIdAsync() => server.Db.FindAsync<Guid>("select id from tables", null, Ct);

    /// <summary>What waits to be sent.</summary>
    public Task<IReadOnlyList<WaitingMail>> MailsAsync() => server.Db.QueryAsync<WaitingMail>("select recipient, body from outgoing_mails order by id", null, Ct);

    public Task ExecuteAsync(string sql) => server.Db.ExecuteAsync(sql, null, Ct);

    public TestServer Server => server;

    /// <summary>The path of a new one-time link.</summary>
    public async Task<string> LinkAsync(string email)
    {
        var user = await FindAsync(email);
        var link = await WithAsync(services => services.GetRequiredService<WelcomeLink>().CreateAsync(user));
        return new Uri(link).AbsolutePath;
    }

    /// <summary>The path of the link that the terminal shows, or null.</summary>
    public async Task<string?> FirstLinkAsync() =>
        await WithAsync(services => services.GetRequiredService<FirstAdministrator>().RunAsync(Ct)) is { } link ? new Uri(link).AbsolutePath : null;

    public Task<IReadOnlyList<string>> RolesAtTableAsync(string email) =>
        server.Db.QueryAsync<string>(RolesSql, new { email }, Ct);

    private const string RolesSql =
        "select r.role from table_roles r join users u on u.id = r.user_id where u.email = @email order by r.role";

    public Task<bool> IsAdministratorAsync(string email) => WithAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<StaffUser>>();
        return await users.IsInRoleAsync((await users.FindByEmailAsync(email))!, TableAccess.Administrator);
    });

    public Task<long> AccountsAsync() => server.Db.FindAsync<long>("select count(*) from users", null, Ct);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}

/// <summary>A mail that waits to be sent.</summary>
internal sealed record WaitingMail(string Recipient, string Body);
