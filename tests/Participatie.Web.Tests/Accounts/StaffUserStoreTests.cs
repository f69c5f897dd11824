using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Stores;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Accounts;

public abstract class StaffUserStoreTests(DatabaseKind kind) : StoreTests(kind)
{
    private StaffUserStore Store => new(Db, new IdentityErrorDescriber(), new PasswordHasher<StaffUser>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })));

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

    [Fact]
    public async Task The_key_of_an_app_and_whether_it_is_asked_for_are_kept()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);
        await Store.SetAuthenticatorKeyAsync(ada, "KEY", Ct);
        await Store.SetTwoFactorEnabledAsync(ada, enabled: true, Ct);
        await Store.UpdateAsync(ada, Ct);

        var kept = await FindAsync(ada);

        Assert.Equal("KEY", await Store.GetAuthenticatorKeyAsync(kept, Ct));
        Assert.True(await Store.GetTwoFactorEnabledAsync(kept, Ct));
    }

    [Fact]
    public async Task A_recovery_code_is_used_once_by_one_of_many_and_stands_nowhere_readable()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);
        await Store.ReplaceCodesAsync(ada, ["OLD-1"], Ct);
        await Store.ReplaceCodesAsync(ada, ["AB-1", "AB-2"], Ct);

        Assert.DoesNotContain(await Db.QueryAsync<string>("select hash from recovery_codes", null, Ct), hash => hash.Contains("AB-", StringComparison.Ordinal));
        Assert.False(await Store.RedeemCodeAsync(ada, "OLD-1", Ct));
        Assert.False(await Store.RedeemCodeAsync(bo, "AB-1", Ct));
        var uses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.RedeemCodeAsync(ada, "AB-1", Ct), Ct)));
        Assert.Single(uses, used => used);
        Assert.Equal(1, await Store.CountCodesAsync(ada, Ct));
    }

    [Fact]
    public async Task A_passkey_is_found_by_its_id_and_counts_its_uses()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);
        var passkey = Passkey(uses: 1);
        await Store.AddOrUpdatePasskeyAsync(ada, passkey, Ct);

        Assert.Equivalent(passkey, await Store.FindPasskeyAsync(ada, [1, 2, 3], Ct), strict: true);
        Assert.Equal(ada.Id, (await Store.FindByPasskeyIdAsync([1, 2, 3], Ct))!.Id);
        Assert.Null(await Store.FindByPasskeyIdAsync([1, 2], Ct));
        Assert.Null(await Store.FindPasskeyAsync(bo, [1, 2, 3], Ct));

        await Store.AddOrUpdatePasskeyAsync(ada, Passkey(uses: uint.MaxValue), Ct);
        await Store.AddOrUpdatePasskeyAsync(bo, Passkey(uses: 7), Ct);
        Assert.Equal(uint.MaxValue, Assert.Single(await Store.GetPasskeysAsync(ada, Ct)).SignCount);
        Assert.Empty(await Store.GetPasskeysAsync(bo, Ct));

        await Store.RemovePasskeyAsync(bo, [1, 2, 3], Ct);
        Assert.Single(await Store.GetPasskeysAsync(ada, Ct));
        await Store.RemovePasskeyAsync(ada, [1, 2, 3], Ct);
        Assert.Empty(await Store.GetPasskeysAsync(ada, Ct));
    }

    [Fact]
    public async Task An_account_elsewhere_belongs_to_one_account_here()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);
        await Store.AddLoginAsync(ada, new UserLoginInfo("gemeente", "7", "De gemeente"), Ct);
        await Store.AddLoginAsync(ada, new UserLoginInfo("anders", "7", null), Ct);

        await Assert.ThrowsAnyAsync<DbException>(() => Store.AddLoginAsync(bo, new UserLoginInfo("gemeente", "7", null), Ct));
        Assert.Equal(ada.Id, (await Store.FindByLoginAsync("gemeente", "7", Ct))!.Id);
        Assert.Null(await Store.FindByLoginAsync("gemeente", "8", Ct));
        Assert.Equal(["anders", "gemeente"], (await Store.GetLoginsAsync(ada, Ct)).Select(login => login.LoginProvider));
        Assert.Equal("De gemeente", (await Store.GetLoginsAsync(ada, Ct))[1].ProviderDisplayName);

        await Store.RemoveLoginAsync(bo, "gemeente", "7", Ct);
        await Store.RemoveLoginAsync(ada, "anders", "7", Ct);
        Assert.Equal("gemeente", Assert.Single(await Store.GetLoginsAsync(ada, Ct)).LoginProvider);
    }

    [Fact]
    public async Task Claims_are_added_replaced_and_removed()
    {
        var (ada, bo) = (Person("ada@example.org"), Person("bo@example.org"));
        await CreateAsync(ada);
        await CreateAsync(bo);
        await Store.AddClaimsAsync(ada, [new Claim("a", "1"), new Claim("a", "2"), new Claim("a", "1")], Ct);
        await Store.AddClaimsAsync(bo, [new Claim("a", "1")], Ct);

        Assert.Equal(["1", "2"], (await Store.GetClaimsAsync(ada, Ct)).Select(claim => claim.Value));
        Assert.Equal(2, (await Store.GetUsersForClaimAsync(new Claim("a", "1"), Ct)).Count);

        await Store.ReplaceClaimAsync(ada, new Claim("a", "1"), new Claim("b", "3"), Ct);
        await Store.ReplaceClaimAsync(ada, new Claim("a", "9"), new Claim("b", "9"), Ct);
        await Store.RemoveClaimsAsync(ada, [new Claim("a", "2")], Ct);
        Assert.Equal(("b", "3"), (await Store.GetClaimsAsync(ada, Ct)).Select(claim => (claim.Type, claim.Value)).Single());
        Assert.Equal(bo.Id, Assert.Single(await Store.GetUsersForClaimAsync(new Claim("a", "1"), Ct)).Id);
    }

    [Fact]
    public async Task A_token_has_one_value_for_each_provider_and_name()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);
        await Store.SetTokenAsync(ada, "gemeente", "toegang", "1", Ct);
        await Store.SetTokenAsync(ada, "gemeente", "toegang", "2", Ct);
        await Store.SetTokenAsync(ada, "anders", "toegang", "3", Ct);

        Assert.Equal("2", await Store.GetTokenAsync(ada, "gemeente", "toegang", Ct));
        await Store.RemoveTokenAsync(ada, "gemeente", "toegang", Ct);
        Assert.Null(await Store.GetTokenAsync(ada, "gemeente", "toegang", Ct));
        Assert.Equal("3", await Store.GetTokenAsync(ada, "anders", "toegang", Ct));
    }

    [Fact]
    public async Task All_that_belongs_to_an_account_goes_with_it()
    {
        var ada = Person("ada@example.org");
        await CreateAsync(ada);
        await Store.AddOrUpdatePasskeyAsync(ada, Passkey(uses: 1), Ct);
        await Store.ReplaceCodesAsync(ada, ["AB-1"], Ct);
        await Store.AddLoginAsync(ada, new UserLoginInfo("gemeente", "7", null), Ct);
        await Store.AddClaimsAsync(ada, [new Claim("a", "1")], Ct);
        await Store.SetTokenAsync(ada, "gemeente", "toegang", "1", Ct);

        await Store.DeleteAsync(ada, Ct);

        Assert.Equal(0, await Db.FindAsync<long>(
            """
            select (select count(*) from passkeys) + (select count(*) from recovery_codes) + (select count(*) from user_logins)
                 + (select count(*) from user_claims) + (select count(*) from user_tokens)
            """,
            null,
            Ct));
    }

    private static UserPasskeyInfo Passkey(uint uses) =>
        new([1, 2, 3], [4, 5], new DateTimeOffset(2026, 3, 1, 20, 15, 0, TimeSpan.Zero), uses, ["internal", "hybrid"], isUserVerified: true, isBackupEligible: true, isBackedUp: false, [6], [7])
        {
            Name = "Firefox, Windows",
        };

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
