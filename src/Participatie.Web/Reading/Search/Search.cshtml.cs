using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Participatie.Web.Decisions;

namespace Participatie.Web.Reading.Search;

/// <summary>Searching in what is public. Each question is an address, to keep or to pass on.</summary>
public sealed class SearchModel(SearchDocuments documents, PublicPlaces places, IOptions<DecisionsOptions> decisions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "wijk")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "thema")]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true, Name = "jaar")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? KindName { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public DocumentKind? Kind => DocumentNames.Read(KindName);

    public Question Question { get; private set; } = null!;

    public Findings Found { get; private set; } = Findings.None;

    public IReadOnlyList<PlaceRow> Areas { get; private set; } = [];

    public IReadOnlyList<string> Themes => decisions.Value.ThemeNames;

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Did somebody type something of which no word is left to look for?</summary>
    public bool IsTooVague => Question.Words.Count == 0 && !string.IsNullOrWhiteSpace(Text);

    /// <summary>What was typed, as far as a page shows it.</summary>
    public string Shown => Text is { Length: > Question.LongestText } long_ ? $"{long_[..(char.IsHighSurrogate(long_[Question.LongestText - 1]) ? Question.LongestText - 1 : Question.LongestText)]}…" : Text ?? "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Text = Text?.Trim();
        Question = Question.Of(Text, Area, Theme, Year, Kind);
        Areas = await places.AreasAsync(ct);
        Years = await documents.YearsAsync(ct);
        if (!IsTooVague)
            Found = await documents.FindAsync(Question, Number, ct);
    }

    /// <summary>The address of another page of the same findings.</summary>
    public string AddressOf(int page) => Address(
        ("q", Text), ("wijk", Area), ("thema", Theme), ("jaar", Year?.ToString(CultureInfo.InvariantCulture)), ("soort", KindName),
        ("pagina", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The address of the same words without filters.</summary>
    public string AddressOfAll() => Address(("q", Text));

    private static string Address(params (string Name, string? Value)[] parts) => "/zoeken" + QueryString.Create(
        parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
