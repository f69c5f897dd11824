using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Passwords;

/// <summary>The field in which someone chooses a password, and what we ask of it.</summary>
public sealed class NewPassword(IOptions<AccountsOptions> options, IStringLocalizer<Texts> texts)
{
    public const string Field = "password";

    public string Hint => texts["Gebruik minstens {0} tekens. Een paar woorden achter elkaar is ook goed.", options.Value.PasswordLength];

    public void Refuse(ModelStateDictionary state, PasswordFault fault, string field = Field) => state.AddModelError(field, fault switch
    {
        PasswordFault.TooShort => texts["Dit wachtwoord is te kort. Gebruik minstens {0} tekens.", options.Value.PasswordLength],
        PasswordFault.Guessable => texts["Dit wachtwoord is makkelijk te raden. Kies een paar woorden die niet bij elkaar horen."],
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null),
    });
}
