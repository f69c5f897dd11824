using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts.Passwords;

/// <summary>
/// Refuses what is guessed soon: known passwords, names, keys in a row, and what is made of them. It asks for no capitals
/// and no signs: those make a password hard to remember, not hard to guess.
/// </summary>
/// <remarks>
/// After zxcvbn (Wheeler, USENIX Security 2016), counted more coarsely: a known word is worth three signs, a row such as
/// 1234 or aaaa one, and a word that is there twice one the second time.
/// </remarks>
public sealed class GuessablePassword(KnownWords words, BreachedPasswords breached) : IPasswordValidator<StaffUser>
{
    private const int LeastWorth = 9;
    private const int WordWorth = 3;

    private static readonly string[] Ours = ["participatie", "gemeente", "bewoner", "bewoners", "buurt", "beheerder", "begeleider"];

    private static readonly IdentityError Refusal = new() { Code = nameof(PasswordFault.Guessable), Description = "The password is easy to guess." };

    public async Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user, string? password)
    {
        if (string.IsNullOrEmpty(password) || password.Length < manager.Options.Password.RequiredLength)
            return IdentityResult.Success; // it is refused for its length already

        string[] own = [.. Ours, .. user.Name.ToLowerInvariant().Split(' '), .. user.Email.ToLowerInvariant().Split('@', '.', '-', '_')];
        return Worth(password, own) < LeastWorth || await breached.ContainsAsync(password) ? IdentityResult.Failed(Refusal) : IdentityResult.Success;
    }

    /// <summary>How many signs somebody has to guess who knows words, names and rows.</summary>
    public int Worth(string password, IReadOnlyCollection<string> own)
    {
        var text = password.ToLowerInvariant();
        var plain = string.Concat(text.Select(Plain));
        var (worth, place) = (0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (place < text.Length && worth < LeastWorth)
        {
            var word = words.LongestAt(plain.AsSpan(place), own);
            var row = RowAt(text, place);
            worth += word > row && seen.Add(plain.Substring(place, word)) ? WordWorth : 1;
            place += Math.Max(word, row);
        }

        return worth;
    }

    /// <summary>The length of a row of signs that are the same or follow each other; 1 for a sign alone.</summary>
    private static int RowAt(string text, int place)
    {
        var step = place + 1 < text.Length ? text[place + 1] - text[place] : 2;
        if (Math.Abs(step) > 1)
            return 1;

        var end = place + 1;
        while (end < text.Length && text[end] - text[end - 1] == step)
            end++;
        return end - place > 2 ? end - place : 1;
    }

    /// <summary>The letter that a sign is written for.</summary>
    private static char Plain(char sign) => sign switch
    {
        '@' => 'a',
        '3' => 'e',
        '0' => 'o',
        '$' => 's',
        _ => sign,
    };
}
