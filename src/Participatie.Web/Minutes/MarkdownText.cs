using System.Text;

namespace Participatie.Web.Minutes;

/// <summary>Makes plain text safe to put inside a line of Markdown: a question such as "# of | ?" stays that question.</summary>
public static class MarkdownText
{
    /// <summary>The signs that mean something inside a line. What only matters at its beginning is left readable.</summary>
    private const string Meaningful = @"\`*_[]<>#|&~";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsControl(sign) || sign is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (Meaningful.Contains(sign, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(sign);
        }

        return escaped.ToString();
    }
}
