namespace Participatie.Web.Shared;

public static class SafeMarkdown
{
    public static string ToHtml(string markdown) => System.Net.WebUtility.HtmlEncode(markdown);
}
