using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

public sealed partial class StaffUserStore : IUserEmailStore<StaffUser>
{
    public Task<StaffUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        db.FindAsync<StaffUser>(FindByEmailSql, new { normalizedEmail }, cancellationToken);

    private const string FindByEmailSql = $"select {Columns} from users where normalized_email = @normalizedEmail";

    public Task<string?> GetEmailAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(StaffUser user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedEmailAsync(StaffUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(StaffUser user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.NormalizedEmail = normalizedEmail ?? "";
        return Task.CompletedTask;
    }

    // An administrator vouches for the address; the server sends no mail that could confirm it.
    public Task<bool> GetEmailConfirmedAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(StaffUser user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;
}
