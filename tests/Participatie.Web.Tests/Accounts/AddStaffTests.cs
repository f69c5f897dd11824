using Participatie.Testing.Databases;
using Participatie.Web.Accounts;

namespace Participatie.Web.Tests.Accounts;

public abstract class AddStaffTests(DatabaseKind kind) : IAsyncLifetime
{
    private Office? office;

    private Office Office => office!;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync(kind);

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
            await office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_administrator_gets_an_account_without_a_table()
    {
        Assert.Equal(StaffOutcome.Added, await Office.AddAsync(" ada@example.org "));

        Assert.True(await Office.IsAdministratorAsync("ada@example.org"));
    }

    [Theory]
    [InlineData(StaffRole.Facilitator, "facilitator")]
    [InlineData(StaffRole.MinuteTaker, "minutetaker")]
    [InlineData(StaffRole.BoardMember, "boardmember")]
    public async Task Every_other_role_is_for_one_table(StaffRole role, string stored)
    {
        Assert.Equal(StaffOutcome.Added, await Office.AddAsync("ada@example.org", role, Office.Table));

        Assert.Equal([stored], await Office.RolesAtTableAsync("ada@example.org"));
        Assert.False(await Office.IsAdministratorAsync("ada@example.org"));
    }

    [Fact]
    public async Task An_existing_account_gets_a_further_role_and_keeps_its_password()
    {
        await Office.AddAsync("ada@example.org", StaffRole.Facilitator, Office.Table);
        var before = await Office.FindAsync("ada@example.org");

        Assert.Equal(StaffOutcome.RoleAdded, await Office.AddAsync("ADA@example.org", StaffRole.MinuteTaker, Office.Table, "een ander wachtwoord"));

        Assert.Equal(["facilitator", "minutetaker"], await Office.RolesAtTableAsync("ada@example.org"));
        Assert.Equivalent(before, await Office.FindAsync("ada@example.org"), strict: true);
    }

    [Fact]
    public async Task The_same_role_twice_is_refused()
    {
        await Office.AddAsync("ada@example.org", StaffRole.Facilitator, Office.Table);

        Assert.Equal(StaffOutcome.HasRoleAlready, await Office.AddAsync("ada@example.org", StaffRole.Facilitator, Office.Table));
    }

    [Theory]
    [InlineData("ada", StaffRole.Administrator, null, Office.Password, StaffOutcome.AddressIsInvalid)]
    [InlineData("", StaffRole.Administrator, null, Office.Password, StaffOutcome.AddressIsInvalid)]
    [InlineData("ada@example.org", StaffRole.Administrator, null, "elf tekens!", StaffOutcome.PasswordTooShort)]
    [InlineData("ada@example.org", StaffRole.Administrator, Office.Table, Office.Password, StaffOutcome.TableIsNotNeeded)]
    [InlineData("ada@example.org", StaffRole.BoardMember, null, Office.Password, StaffOutcome.TableIsMissing)]
    [InlineData("ada@example.org", StaffRole.BoardMember, "nergens", Office.Password, StaffOutcome.TableIsUnknown)]
    public async Task What_is_refused_leaves_no_account_behind(
        string email, StaffRole role, string? table, string password, StaffOutcome expected)
    {
        Assert.Equal(expected, await Office.AddAsync(email, role, table, password));

        Assert.Equal(0, await Office.AccountsAsync());
    }

    public sealed class OnSqlite() : AddStaffTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AddStaffTests(DatabaseKind.Postgres);
}
