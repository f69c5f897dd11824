using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Participatie.Testing.Http;

/// <summary>What a visitor does with a form.</summary>
public static class Forms
{
    /// <summary>Types a text into the field of this name.</summary>
    public static void Type(this IHtmlFormElement form, string name, string text)
    {
        switch (form.Elements.Single(field => IsNamed(field, name)))
        {
            case IHtmlInputElement input:
                input.Value = text;
                break;
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case var other:
                throw new InvalidOperationException($"Nobody can type into <{other.LocalName} name={name}>.");
        }
    }

    /// <summary>Picks these values, and no others, from the radio buttons, boxes or list of this name.</summary>
    public static void Pick(this IHtmlFormElement form, string name, params string[] values)
    {
        var offered = Marks(form, name).ToList();
        foreach (var value in values.Where(value => !offered.Exists(mark => string.Equals(mark.Value, value, StringComparison.Ordinal))))
            throw new InvalidOperationException($"The form offers no '{value}' for '{name}'.");
        foreach (var (value, set) in offered)
            set(values.Contains(value, StringComparer.Ordinal));
    }

    /// <summary>The request that a browser would send.</summary>
    public static HttpRequestMessage ToRequest(this IHtmlFormElement form, IHtmlElement? button)
    {
        var submission = (button is null ? form.GetSubmission() : form.GetSubmission(button))
            ?? throw new InvalidOperationException("The browser would not submit this form: a field is not valid.");
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
        if (request.Method == HttpMethod.Get)
            return request;

        request.Content = new StreamContent(submission.Body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        return request;
    }

    private static bool IsNamed(IElement field, string name) =>
        string.Equals(field.GetAttribute("name"), name, StringComparison.Ordinal);

    private static IEnumerable<(string Value, Action<bool> Set)> Marks(IHtmlFormElement form, string name) =>
        form.Elements.Where(field => IsNamed(field, name)).SelectMany(field => field switch
        {
            IHtmlInputElement input => [(input.Value, set => input.IsChecked = set)],
            IHtmlSelectElement list => list.Options.Select(option => (option.Value, (Action<bool>)(set => option.IsSelected = set))),
            _ => Enumerable.Empty<(string, Action<bool>)>(),
        });
}
