using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Shared.Errors;

/// <summary>Every failed request ends here: what happened and what the reader can do, in plain Dutch.</summary>
[ForResidents]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>From the address itself: a form that cannot be read must not keep its own explanation from showing.</summary>
    public int Status => int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);

    public string Heading => Status switch
    {
        StatusCodes.Status404NotFound => texts["Deze pagina bestaat niet"],
        StatusCodes.Status403Forbidden => texts["Je mag deze pagina niet zien"],
        StatusCodes.Status400BadRequest => texts["Dit formulier was te oud"],
        StatusCodes.Status413PayloadTooLarge => texts["Dit is te groot"],
        StatusCodes.Status429TooManyRequests => texts["Even wachten"],
        _ => texts["Er ging iets mis"],
    };

    public string Advice => Status switch
    {
        StatusCodes.Status404NotFound => texts["Klopt het adres? Misschien is er een letter weggevallen."],
        StatusCodes.Status403Forbidden => texts["Log in met een account dat bij deze tafel hoort."],
        StatusCodes.Status400BadRequest => texts["Ga terug, ververs de pagina en probeer het opnieuw. Wat je had ingevuld, staat er dan meestal nog."],
        StatusCodes.Status413PayloadTooLarge => texts["Ga terug: wat je typte, staat er nog. Stuur minder in één keer: een kortere tekst of een kleiner bestand."],
        StatusCodes.Status429TooManyRequests => texts["Het ging te snel achter elkaar. Probeer het over een minuut opnieuw."],
        _ => texts["Dat ligt aan ons, niet aan jou. Wat al geteld was, blijft geteld. Probeer het zo nog eens."],
    };

    public void OnGet() => Response.StatusCode = Status;

    public void OnPost() => Response.StatusCode = Status;
}
