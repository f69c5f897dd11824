using Microsoft.AspNetCore.Identity;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;

namespace Participatie.Web.Tests.Accounts;

public abstract class StaffUserStoreTests(DatabaseKind kind) : StoreTests(kind)
{
    private StaffUserStore Store => new(Db, new IdentityErrorDescriber());

    [Fact]
    public async Task What_is_kept_comes_back_by_id_and_by_normalized_address()
    {
        var ada = Person("ada@example.org");
        ada.LockoutEnd = new DateTimeOffset(2026, 3, 1, 20, 15, 0, TimeSpan.FromHours(1));
        await CreateAsync(ada);

        Assert.Equivalent(ada, await Store.FindByIdAsync($"{ada.Id}", Ct), strict: true);
        Assert.Equivalent(ada, await Store.FindByEmailAsync("ADA@EXAMPLE.ORG", Ct), strict: true);
        Assert.Equivalent(ada, await Store.FindByNameAsync("ADA@EXAMPLE.ORG", Ct), strict: true);
    }

    [Fact]
    public async Task An_invited_person_has_no_password_yet()
    {
        var ada = Person("ada@example.org");
        ada.PasswordHash = null;
        await CreateAsync(ada);

        Assert.False(await Store.HasPasswordAsync(await FindAsync(ada), Ct));
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_address_or_an_unreadable_id()
    {
        Assert.Null(await Store.FindByEmailAsync("ADA@EXAMPLE.ORG", Ct));
        Assert.Null(await Store.FindByIdAsync("ada", Ct));
    }

    [Fact]
    public async Task A_duplicate_address_is_refused_by_the_database()
    {
        await CreateAsync(Person("ada@example.org"));

        AssertFailed(nameof(IdentityErrorDescriber.DuplicateEmail), await Store.CreateAsync(Person("Ada@Example.org"), Ct));
    }

    [Fact]
    public async Task Of_many_who_take_one_address_at_once_exactly_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.CreateAsync(Person("ada@example.org"), Ct), Ct)));

        Assert.Single(results, result => result.Succeeded);
    }

    [Fact]
    public async Task An_address_cannot_be_changed_into_somebody_elses()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);

        (bo.Email, bo.NormalizedEmail) = (ada.Email, ada.NormalizedEmail);

        AssertFailed(nameof(IdentityErrorDescriber.DuplicateEmail), await Store.UpdateAsync(bo, Ct));
    }

    [Fact]
    public async Task A_change_is_kept()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);

        (ada.Name, ada.PasswordHash, ada.SecurityStamp) = ("Ada Lovelace", "another hash", StaffUser.NewStamp());
        Assert.True((await Store.UpdateAsync(ada, Ct)).Succeeded);

        Assert.Equivalent(ada, await FindAsync(ada), strict: true);
    }

    [Fact]
    public async Task Of_two_changes_to_the_same_version_the_second_is_refused()
    {
        var first = Person("ada@example.org");
        await CreateAsync(first);
        var second = await FindAsync(first);

        (first.Name, second.Name) = ("First", "Second");
        Assert.True((await Store.UpdateAsync(first, Ct)).Succeeded);
        AssertFailed(nameof(IdentityErrorDescriber.ConcurrencyFailure), await Store.UpdateAsync(second, Ct));
        AssertFailed(nameof(IdentityErrorDescriber.ConcurrencyFailure), await Store.DeleteAsync(second, Ct));

        Assert.Equal("First", (await FindAsync(first)).Name);
    }

    [Fact]
    public async Task Who_changes_twice_in_a_row_is_not_in_their_own_way()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);

        Assert.True((await Store.UpdateAsync(ada, Ct)).Succeeded);
        Assert.True((await Store.UpdateAsync(ada, Ct)).Succeeded);
        Assert.True((await Store.DeleteAsync(ada, Ct)).Succeeded);
        Assert.Null(await Store.FindByIdAsync($"{ada.Id}", Ct));
    }

    [Fact]
    public async Task Failures_counted_at_the_same_moment_all_count()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);
        var views = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FindAsync(ada)));

        await Task.WhenAll(views.Select(view => Task.Run(() => Store.IncrementAccessFailedCountAsync(view, Ct), Ct)));
        await Store.UpdateAsync(views[0], Ct);

        Assert.Equal(6, (await FindAsync(ada)).AccessFailedCount);
        await Store.ResetAccessFailedCountAsync(ada, Ct);
        Assert.Equal(0, (await FindAsync(ada)).AccessFailedCount);
    }

    [Fact]
    public async Task A_role_is_given_once_and_can_be_taken_away()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);

        await Store.AddToRoleAsync(ada, "ADMINISTRATOR", Ct);
        await Store.AddToRoleAsync(ada, "ADMINISTRATOR", Ct);

        Assert.Equal(["administrator"], await Store.GetRolesAsync(ada, Ct));
        Assert.True(await Store.IsInRoleAsync(ada, "ADMINISTRATOR", Ct));
        Assert.False(await Store.IsInRoleAsync(bo, "ADMINISTRATOR", Ct));
        Assert.Equal(ada.Id, Assert.Single(await Store.GetUsersInRoleAsync("ADMINISTRATOR", Ct)).Id);

        await Store.RemoveFromRoleAsync(ada, "ADMINISTRATOR", Ct);
        Assert.Empty(await Store.GetRolesAsync(ada, Ct));
    }

    private static StaffUser Person(string email) => new()
    {
        Name = "Ada",
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        PasswordHash = "a hash",
    };

    private static void AssertFailed(string code, IdentityResult result) => Assert.Equal(code, Assert.Single(result.Errors).Code);

    private async Task CreateAsync(StaffUser user) => Assert.True((await Store.CreateAsync(user, Ct)).Succeeded);

    private async Task<StaffUser> FindAsync(StaffUser user) => (await Store.FindByIdAsync($"{user.Id}", Ct))!;

    public sealed class OnSqlite() : StaffUserStoreTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : StaffUserStoreTests(DatabaseKind.Postgres);
}
