using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts.Passwords;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    TooShort,

    /// <summary>Somebody who tries many passwords comes upon this one soon, or it stands in a list of stolen ones.</summary>
    Guessable,
}

public static class PasswordFaults
{
    /// <summary>What was wrong with the password, if that is what was wrong.</summary>
    public static PasswordFault? Of(IEnumerable<IdentityError> errors) =>
        errors.Select(error => error.Code).ToList() switch
        {
            var codes when codes.Contains(nameof(IdentityErrorDescriber.PasswordTooShort), StringComparer.Ordinal) => PasswordFault.TooShort,
            var codes when codes.Contains(nameof(PasswordFault.Guessable), StringComparer.Ordinal) => PasswordFault.Guessable,
            _ => null,
        };
}
