using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Subscriptions;

/// <summary>Ends a subscription: nothing of it is kept, mail that still waits included.</summary>
public sealed class EndSubscription(DbDataSource db)
{
    public Task RunAsync(Guid id, string stopLink, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            await tx.ExecuteAsync("delete from outgoing_mails where stop_link = @stopLink", new { stopLink }, ct);
            return await tx.ExecuteAsync("delete from subscriptions where id = @id", new { id }, ct);
        },
        ct);

    /// <summary>Ends all subscriptions of the same address.</summary>
    public Task RunForAddressAsync(Guid id, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.FindAsync<string>("select email from subscriptions where id = @id", new { id }, ct) is not { } email)
                return 0;

            await tx.ExecuteAsync("delete from outgoing_mails where recipient = @email", new { email }, ct);
            return await tx.ExecuteAsync("delete from subscriptions where email = @email", new { email }, ct);
        },
        ct);
}
