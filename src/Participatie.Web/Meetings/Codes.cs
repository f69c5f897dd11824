using System.Security.Cryptography;

namespace Participatie.Web.Meetings;

/// <summary>
/// Codes that people read from paper and type on a phone: Crockford's Base32 (https://www.crockford.com/base32.html),
/// which has no I, L, O or U and reads them as 1, 1 and 0 when they are typed all the same. Five random bits a character.
/// </summary>
public static class Codes
{
    public const int MeetingLength = 6;

    /// <summary>Forty random bits.</summary>
    public const int PassLength = 8;

    public const int ReceiptLength = 6;

    /// <summary>Room for a code with spaces and dashes. What is longer is no code.</summary>
    public const int LongestTyped = 40;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string NewMeeting() => RandomNumberGenerator.GetString(Alphabet, MeetingLength);

    public static string NewPass() => RandomNumberGenerator.GetString(Alphabet, PassLength);

    /// <summary>The first characters of a hash, as a code.</summary>
    public static string FromHash(ReadOnlySpan<byte> hash, int length)
    {
        Span<char> code = stackalloc char[length];
        for (var i = 0; i < length; i++)
            code[i] = Alphabet[hash[i] & 31];
        return new string(code);
    }

    /// <summary>What somebody typed, as the code they meant: no spaces, dashes or look-alikes.</summary>
    public static string Normalize(string? typed) =>
        typed is null or { Length: > LongestTyped } ? "" : string.Concat(typed.ToUpperInvariant().Select(Meant).OfType<char>());

    /// <summary>A code as people copy it best: in two groups.</summary>
    public static string Spaced(string code) => $"{code[..(code.Length / 2)]}-{code[(code.Length / 2)..]}";

    private static char? Meant(char typed) => typed switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ when char.IsAsciiLetterOrDigit(typed) => typed,
        _ => null,
    };
}
