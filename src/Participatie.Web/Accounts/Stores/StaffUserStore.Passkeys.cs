using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

public sealed partial class StaffUserStore : IUserPasskeyStore<StaffUser>
{
    /// <summary>Adds a passkey, or keeps what a use of it changed. One that belongs to somebody else stays as it is.</summary>
    public Task AddOrUpdatePasskeyAsync(StaffUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var row = new
        {
            user.Id,
            passkey.CredentialId,
            name = passkey.Name ?? "",
            passkey.PublicKey,
            passkey.CreatedAt,
            signCount = (long)passkey.SignCount,
            transports = string.Join(' ', passkey.Transports ?? []),
            passkey.IsUserVerified,
            passkey.IsBackupEligible,
            passkey.IsBackedUp,
            passkey.AttestationObject,
            passkey.ClientDataJson,
        };
        return db.ExecutePrivatelyAsync(KeepPasskeySql, row, cancellationToken);
    }

    private const string KeepPasskeySql =
        """
        insert into passkeys (credential_id, user_id, name, public_key, created_at, sign_count, transports,
                              is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json)
        values (@CredentialId, @Id, @name, @PublicKey, @CreatedAt, @signCount, @transports,
                @IsUserVerified, @IsBackupEligible, @IsBackedUp, @AttestationObject, @ClientDataJson)
        on conflict (credential_id) do update
        set    name = @name, sign_count = @signCount, is_user_verified = @IsUserVerified, is_backed_up = @IsBackedUp
        where  passkeys.user_id = @Id
        """;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffUser user, CancellationToken cancellationToken) =>
        [.. (await db.QueryAsync<PasskeyRow>(PasskeysSql, user, cancellationToken)).Select(row => row.Info)];

    private const string PasskeyColumns =
        """
        credential_id, name, public_key, created_at, sign_count, transports,
        is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json
        """;

    private const string PasskeysSql = $"select {PasskeyColumns} from passkeys where user_id = @Id order by created_at, credential_id";

    public Task<StaffUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.FindAsync<StaffUser>(FindByPasskeySql, new { credentialId }, cancellationToken);

    private const string FindByPasskeySql = $"select {Columns} from users where id = (select user_id from passkeys where credential_id = @credentialId)";

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.FindAsync<PasskeyRow>(FindPasskeySql, new { user.Id, credentialId }, cancellationToken))?.Info;

    private const string FindPasskeySql = $"select {PasskeyColumns} from passkeys where user_id = @Id and credential_id = @credentialId";

    public Task RemovePasskeyAsync(StaffUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.ExecutePrivatelyAsync("delete from passkeys where user_id = @Id and credential_id = @credentialId", new { user.Id, credentialId }, cancellationToken);

    private sealed class PasskeyRow
    {
        public required byte[] CredentialId { get; init; }

        public required string Name { get; init; }

        public required byte[] PublicKey { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required long SignCount { get; init; }

        public required string Transports { get; init; }

        public required bool IsUserVerified { get; init; }

        public required bool IsBackupEligible { get; init; }

        public required bool IsBackedUp { get; init; }

        public required byte[] AttestationObject { get; init; }

        public required byte[] ClientDataJson { get; init; }

        public UserPasskeyInfo Info => new(
            CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson)
        {
            Name = Name,
        };
    }
}
