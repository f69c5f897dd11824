using System.Text.RegularExpressions;

namespace Participatie.Core.Privacy;

/// <summary>What nobody should write here, as far as a pattern can tell it.</summary>
public enum ForbiddenKind
{
    /// <summary>A citizen service number (burgerservicenummer).</summary>
    Bsn,

    /// <summary>The number of a bank account.</summary>
    Iban,
}

/// <summary>A number of that kind, as it is written in a text.</summary>
public sealed record ForbiddenNumber(ForbiddenKind Kind, string Written);

/// <summary>Finds numbers in texts that belong to one person and are of no use at a table.</summary>
public static partial class ForbiddenData
{
    private const int BsnLength = 9;
    private const int IbanPrime = 97;

    /// <summary>No field takes a longer text, so what comes after is not kept either; searching it would only cost time.</summary>
    private const int LongestSearched = 500_000;

    /// <summary>In milliseconds. Neither pattern goes back over more than one number, so this is far more than any text needs.</summary>
    private const int LongestSearch = 30_000;

    /// <summary>What a text seems to hold, in the order of the text, bank accounts first.</summary>
    public static IReadOnlyList<ForbiddenNumber> FindIn(string text)
    {
        var searched = text.Length > LongestSearched ? text[..LongestSearched] : text;
        return
        [
            .. Ibans().Matches(searched).Select(match => new ForbiddenNumber(ForbiddenKind.Iban, match.Value)).Where(number => IsIban(number.Written)),
            .. Numbers().Matches(searched).Select(match => new ForbiddenNumber(ForbiddenKind.Bsn, match.Value)).Where(number => IsBsn(number.Written)),
        ];
    }

    /// <summary>
    /// The eleven test: the digits times 9, 8, … 2 and the last times -1 add up to a multiple of eleven (Logisch Ontwerp BSN,
    /// Rijksdienst voor Identiteitsgegevens). Of nine digits at random one in eleven passes.
    /// </summary>
    private static bool IsBsn(string written)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        if (digits.Count == BsnLength - 1)
            digits.Insert(0, 0); // people leave out a leading zero
        return digits.Count == BsnLength
            && digits.Exists(digit => digit != 0)
            && digits.Select((digit, place) => digit * (place == BsnLength - 1 ? -1 : BsnLength - place)).Sum() % 11 == 0;
    }

    /// <summary>ISO 13616: the first four signs moved to the end, letters as 10 to 35, leave 1 when divided by 97.</summary>
    private static bool IsIban(string written)
    {
        var signs = written.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).ToList();
        var rest = 0;
        foreach (var sign in signs[4..].Concat(signs[..4]))
        {
            var value = char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % IbanPrime;
        }

        return rest == 1;
    }

    /// <summary>
    /// Eight or nine digits on their own, in one piece or with dots or spaces: 123456782, 1234.56.782. What goes on after a
    /// hyphen is something else, such as the identifiers in our own forms.
    /// </summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,+-])\d(?:[. ]?\d){7,8}(?![\p{L}\d]|[.,]\d|-[\p{L}\d])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: LongestSearch)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: LongestSearch)]
    private static partial Regex Ibans();
}
