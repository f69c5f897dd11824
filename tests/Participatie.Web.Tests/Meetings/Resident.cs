using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing;
using Participatie.Testing.Http;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Somebody in the hall with a phone that runs no scripts.</summary>
public sealed class Resident(TestServer server) : IDisposable
{
    public Visitor Phone { get; } = server.NewVisitor();

    /// <summary>The one thing that the phone shows now, such as <c>Vote</c>.</summary>
    public string? Sees => Phone.Page.QuerySelector("main")?.GetAttribute("data-now");

    /// <summary>What stands on the screen, spaces tidied; what is hidden is not read.</summary>
    public string Reads => Words(Phone.Page.QuerySelectorAll("main h1, main p, main li, main button, main label, main strong").Where(IsShown));

    public bool HoldsPass => string.Equals(Phone.Page.QuerySelector("main")?.GetAttribute("data-holds-pass"), "true", StringComparison.Ordinal);

    public string? Receipt => Phone.Page.QuerySelectorAll("[data-slot=receipt]").Single(IsShown).TextContent;

    public string? Problem => Phone.Page.QuerySelectorAll("[role=alert]").FirstOrDefault(IsShown)?.TextContent.Trim();

    public async Task TypeCodeAsync(string code)
    {
        await Phone.GetAsync("/meedoen");
        await Phone.SubmitAsync(form => form.Type("code", code));
    }

    public Task LookAsync(string code) => Phone.GetAsync($"/m/{code}");

    public Task ChooseAgainAsync() => Phone.SubmitAsync(form: "section[data-state=Counted] form", button: "button");

    /// <summary>Presses the button of an option, or ticks the boxes and hands in.</summary>
    public async Task VoteAsync(params string[] options)
    {
        var form = Phone.Page.QuerySelectorAll<IHtmlFormElement>("#stemmen").Single();
        var boxes = form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").ToList();
        foreach (var box in boxes)
            box.IsChecked = options.Contains(box.ParentElement!.TextContent.Trim(), StringComparer.Ordinal);
        var button = boxes.Count > 0
            ? "#inleveren"
            : $"button[value='{form.QuerySelectorAll<IHtmlButtonElement>("button.choice").Single(choice => string.Equals(choice.TextContent.Trim(), Assert.Single(options), StringComparison.Ordinal)).Value}']";
        await Phone.SubmitAsync(form: "#stemmen", button: button);
    }

    public void Dispose() => Phone.Dispose();

    private static bool IsShown(IElement element) => element.Closest("[hidden]") is null;

    private static string Words(IEnumerable<IElement> elements) =>
        string.Join(' ', string.Join(' ', elements.Select(element => element.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
