using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

public sealed partial class StaffUserStore : IUserClaimStore<StaffUser>, IUserAuthenticationTokenStore<StaffUser>
{
    public async Task<IList<Claim>> GetClaimsAsync(StaffUser user, CancellationToken cancellationToken) =>
        [.. (await db.QueryAsync<ClaimRow>(ClaimsSql, user, cancellationToken)).Select(row => new Claim(row.Type, row.Value))];

    private const string ClaimsSql = "select type, value from user_claims where user_id = @Id order by type, value";

    public Task AddClaimsAsync(StaffUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken) =>
        db.TransactAsync(tx => tx.ExecuteEachAsync(AddClaimSql, Rows(user, claims), cancellationToken), cancellationToken);

    private const string AddClaimSql = "insert into user_claims (user_id, type, value) values (@Id, @Type, @Value) on conflict do nothing";

    public Task ReplaceClaimAsync(StaffUser user, Claim claim, Claim newClaim, CancellationToken cancellationToken) => db.TransactAsync(
        async tx => await tx.ExecuteAsync(RemoveClaimSql, new { user.Id, claim.Type, claim.Value }, cancellationToken) == 1
            ? await tx.ExecuteAsync(AddClaimSql, new { user.Id, newClaim.Type, newClaim.Value }, cancellationToken)
            : 0,
        cancellationToken);

    public Task RemoveClaimsAsync(StaffUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken) =>
        db.TransactAsync(tx => tx.ExecuteEachAsync(RemoveClaimSql, Rows(user, claims), cancellationToken), cancellationToken);

    private const string RemoveClaimSql = "delete from user_claims where user_id = @Id and type = @Type and value = @Value";

    public async Task<IList<StaffUser>> GetUsersForClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        [.. await db.QueryAsync<StaffUser>(UsersForClaimSql, new { claim.Type, claim.Value }, cancellationToken)];

    private const string UsersForClaimSql =
        $"select {Columns} from users where id in (select user_id from user_claims where type = @Type and value = @Value) order by name";

    public Task SetTokenAsync(StaffUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        db.ExecutePrivatelyAsync(SetTokenSql, new { user.Id, loginProvider, name, value }, cancellationToken);

    private const string SetTokenSql =
        """
        insert into user_tokens (user_id, provider, name, value)
        values (@Id, @loginProvider, @name, @value)
        on conflict (user_id, provider, name) do update set value = @value
        """;

    public Task RemoveTokenAsync(StaffUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        db.ExecutePrivatelyAsync(RemoveTokenSql, new { user.Id, loginProvider, name }, cancellationToken);

    private const string RemoveTokenSql = "delete from user_tokens where user_id = @Id and provider = @loginProvider and name = @name";

    public Task<string?> GetTokenAsync(StaffUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        db.FindAsync<string>(TokenSql, new { user.Id, loginProvider, name }, cancellationToken);

    private const string TokenSql = "select value from user_tokens where user_id = @Id and provider = @loginProvider and name = @name";

    private static List<ClaimRowOf> Rows(StaffUser user, IEnumerable<Claim> claims) => [.. claims.Select(claim => new ClaimRowOf(user.Id, claim.Type, claim.Value))];

    private sealed record ClaimRow(string Type, string Value);

    private sealed record ClaimRowOf(Guid Id, string Type, string Value);
}
