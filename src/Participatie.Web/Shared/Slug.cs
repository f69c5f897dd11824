using System.Globalization;
using System.Text;

namespace Participatie.Web.Shared;

/// <summary>The part of an address that is made from a name: "Wijktafel Coöperatie 't Sticht" becomes "wijktafel-cooperatie-t-sticht".</summary>
public static class Slug
{
    /// <summary>Empty when the name has no letter or digit that an address can hold.</summary>
    public static string From(string name)
    {
        // Half a sign would be refused by the line below; as a rune it is a sign that no address holds.
        var plain = string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKD).Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark);
        var slug = new StringBuilder(name.Length);
        foreach (var sign in plain)
        {
            if (char.IsAsciiLetterOrDigit(sign))
                slug.Append(char.ToLowerInvariant(sign));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
