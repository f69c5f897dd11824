using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Mailing;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>Puts a one-time link into words for a mail.</summary>
public sealed class InvitationMail(PublicAddress address, IOptions<AccountsOptions> options, IStringLocalizer<Texts> texts)
{
    public Mail Write(StaffUser user, string link)
    {
        string[] paragraphs =
        [
            texts["Beste {0},", user.Name],
            texts["Met deze link kies je een wachtwoord voor {0}. Hij werkt één keer, en nog {1} dagen.", address.Of("/"), Math.Ceiling(options.Value.LinkLifetime.TotalDays)],
            link,
            texts["Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de link aan niemand anders."],
        ];
        return new Mail(user.Email, texts["Kies je wachtwoord"], string.Join("\n\n", paragraphs) + "\n");
    }
}
