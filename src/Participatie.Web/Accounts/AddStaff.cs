using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.Stores;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Accounts;

/// <summary>Makes an account with its role, or gives an existing account a further role; all of it or nothing.</summary>
public sealed class AddStaff(DbDataSource db, UserManager<StaffUser> users)
{
    /// <summary>Of two who add the same address at once, the second finds the account of the first.</summary>
    /// <param name="table">The table's slug; null for an administrator, who works at every table.</param>
    /// <param name="password">Null when the person is to choose one by a <see cref="WelcomeLink"/>. An existing account keeps its own.</param>
    public async Task<StaffOutcome> RunAsync(
        string email, string name, StaffRole role, string? table, string? password, CancellationToken ct)
    {
        var user = new StaffUser { Name = name.Trim(), Email = email.Trim(), NormalizedEmail = users.NormalizeEmail(email.Trim())! };
        if (await RefusalAsync(user, role, table, password) is { } refusal)
            return refusal;

        user.PasswordHash = password is null ? null : users.PasswordHasher.HashPassword(user, password);
        return await db.TransactAsync(tx => WriteAsync(tx, user, role, table, ct), ct);
    }

    private async Task<StaffOutcome?> RefusalAsync(StaffUser user, StaffRole role, string? table, string? password)
    {
        if (role.AtTable() is null != table is null)
            return table is null ? StaffOutcome.TableIsMissing : StaffOutcome.TableIsNotNeeded;

        foreach (var validator in users.UserValidators)
        {
            if (!(await validator.ValidateAsync(users, user)).Succeeded)
                return StaffOutcome.AddressIsInvalid;
        }

        foreach (var validator in users.PasswordValidators)
        {
            if (password is not null && await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
                return PasswordFaults.Of(refused.Errors) == PasswordFault.Guessable ? StaffOutcome.PasswordIsGuessable : StaffOutcome.PasswordTooShort;
        }

        return null;
    }

    private static async Task<StaffOutcome> WriteAsync(DbTransaction tx, StaffUser user, StaffRole role, string? table, CancellationToken ct)
    {
        var tableId = table is null ? null : await tx.FindTableAsync(table, ct);
        if (table is not null && tableId is null)
            return StaffOutcome.TableIsUnknown;

        var isNew = await StaffUserStore.InsertAsync(tx, user, ct);
        var userId = isNew ? user.Id : await tx.FindAsync<Guid>(IdSql, user, ct);
        var isGiven = tableId is { } id && role.AtTable() is { } tableRole
            ? await tx.AppointAsync(id, userId, tableRole, ct)
            : await StaffUserStore.GiveRoleAsync(tx, userId, role.Stored(), ct);

        return isNew ? StaffOutcome.Added : isGiven ? StaffOutcome.RoleAdded : StaffOutcome.HasRoleAlready;
    }

    private const string IdSql = "select id from users where normalized_email = @NormalizedEmail";
}

public enum StaffOutcome
{
    Added,

    /// <summary>The account existed and now has this role too; its name and password stay as they were.</summary>
    RoleAdded,

    HasRoleAlready,
    AddressIsInvalid,
    PasswordTooShort,
    PasswordIsGuessable,
    TableIsMissing,
    TableIsNotNeeded,
    TableIsUnknown,
}
