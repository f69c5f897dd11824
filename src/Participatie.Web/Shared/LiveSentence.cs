using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Participatie.Web.Shared;

/// <summary>A sentence in which a script keeps numbers up to date: each stands in an element with <c>data-NAME</c>.</summary>
public static class LiveSentence
{
    /// <summary>Fills <c>{0}</c>, <c>{1}</c>, … of a sentence with the numbers, in order. The encoder leaves those placeholders alone.</summary>
    public static IHtmlContent Of(string sentence, params IReadOnlyList<(string Name, int Value)> numbers)
    {
        var marked = numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"<b data-{number.Name}>{number.Value}</b>"));
        return new HtmlString(string.Format(CultureInfo.InvariantCulture, HtmlEncoder.Default.Encode(sentence), [.. marked]));
    }
}
