using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

// That an account elsewhere belongs to one account here is decided by the database.
public sealed partial class StaffUserStore : IUserLoginStore<StaffUser>
{
    public Task AddLoginAsync(StaffUser user, UserLoginInfo login, CancellationToken cancellationToken) =>
        db.ExecutePrivatelyAsync(AddLoginSql, new { user.Id, login.LoginProvider, login.ProviderKey, login.ProviderDisplayName }, cancellationToken);

    private const string AddLoginSql =
        """
        insert into user_logins (provider, provider_key, display_name, user_id)
        values (@LoginProvider, @ProviderKey, @ProviderDisplayName, @Id)
        """;

    public Task RemoveLoginAsync(StaffUser user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        db.ExecutePrivatelyAsync(RemoveLoginSql, new { user.Id, loginProvider, providerKey }, cancellationToken);

    private const string RemoveLoginSql = "delete from user_logins where user_id = @Id and provider = @loginProvider and provider_key = @providerKey";

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(StaffUser user, CancellationToken cancellationToken) =>
        [.. (await db.QueryAsync<LoginRow>(LoginsSql, user, cancellationToken)).Select(row => new UserLoginInfo(row.Provider, row.ProviderKey, row.DisplayName))];

    private const string LoginsSql = "select provider, provider_key, display_name from user_logins where user_id = @Id order by provider, provider_key";

    public Task<StaffUser?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        db.FindAsync<StaffUser>(FindByLoginSql, new { loginProvider, providerKey }, cancellationToken);

    private const string FindByLoginSql =
        $"select {Columns} from users where id = (select user_id from user_logins where provider = @loginProvider and provider_key = @providerKey)";

    private sealed record LoginRow(string Provider, string ProviderKey, string? DisplayName);
}
