using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>
/// The way in to an installation that has no administrator: a one-time link on the operator's terminal. What it holds
/// is a secret in the database; whoever deletes that secret has used the link.
/// </summary>
public sealed class FirstAdministrator(
    DbDataSource db, IDataProtectionProvider protection, IOptions<AccountsOptions> options, PublicAddress address, AddStaff addStaff)
{
    private const string Secret = "first-administrator";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Secret).ToTimeLimitedDataProtector();

    /// <summary>The link, or null when there is an administrator. Nodes that start together print links to the same secret.</summary>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        await db.ExecuteAsync(InviteSql, new { name = Secret, value = RandomNumberGenerator.GetBytes(32) }, ct);
        if (await db.FindAsync<byte[]>(OpenSql, new { name = Secret }, ct) is not { } value)
            return null;

        return address.Of($"/welkom/beheerder/{Base64Url.EncodeToString(protector.Protect(value, options.Value.LinkLifetime))}");
    }

    private const string InviteSql =
        """
        insert into secrets (name, value)
        select @name, @value
        where  not exists (select 1 from user_roles where role = 'administrator')
        on conflict (name) do nothing
        """;

    private const string OpenSql =
        """
        select value
        from   secrets
        where  name = @name and not exists (select 1 from user_roles where role = 'administrator')
        """;

    /// <summary>May this link still make the first administrator?</summary>
    public async Task<bool> IsOpenAsync(string link, CancellationToken ct) =>
        Read(link) is { } secret
        && await db.FindAsync<byte[]>(OpenSql, new { name = Secret }, ct) is { } value
        && CryptographicOperations.FixedTimeEquals(secret, value);

    /// <summary>Null when the link is unreadable, expired or used.</summary>
    public async Task<StaffOutcome?> AppointAsync(string link, string email, string name, string password, CancellationToken ct)
    {
        if (Read(link) is not { } value || await db.ExecuteAsync(UseSql, new { name = Secret, value }, ct) == 0)
            return null;

        var outcome = await addStaff.RunAsync(email, name, StaffRole.Administrator, table: null, password, ct);
        if (outcome is not (StaffOutcome.Added or StaffOutcome.RoleAdded))
            await db.ExecuteAsync(InviteSql, new { name = Secret, value }, ct);
        return outcome;
    }

    private const string UseSql =
        """
        delete from secrets
        where  name = @name and value = @value and not exists (select 1 from user_roles where role = 'administrator')
        """;

    private byte[]? Read(string link)
    {
        try
        {
            return Base64Url.IsValid(link) ? protector.Unprotect(Base64Url.DecodeFromChars(link)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
