using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.SigningIn;
using Participatie.Web.Data;
using Participatie.Web.Mailing;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>Sends a one-time link to who forgot a password. Whoever asks is never told whether there is such an account.</summary>
public sealed class ForgottenPassword(DbDataSource db, UserManager<StaffUser> users, WelcomeLink links, InvitationMail mail, Outbox outbox, AttemptLimit limit)
{
    /// <summary>The door of who asks for a link: a mailbox is not flooded by somebody who keeps asking.</summary>
    private const string Door = "link";

    public async Task RunAsync(string email, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { } user || await users.IsLockedOutAsync(user) || !await limit.TryAsync(user.Id, Door, ct))
            return;

        var letter = mail.Write(user, await links.CreateAsync(user));
        await db.TransactAsync(
            async tx =>
            {
                await outbox.PutAsync(tx, letter, ct);
                return true;
            },
            ct);
    }
}
