using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>What goes wrong in the API, for programs and their makers (RFC 9457).</summary>
public sealed class Problems(IStringLocalizer<Texts> texts)
{
    public const string MediaType = "application/problem+json";

    /// <summary>The answer.</summary>
    /// <param name="detail">What is wrong this time; null when there is nothing more to say than the status does.</param>
    public IResult Of(int status, string? detail = null) => Results.Problem(detail ?? Detail(status), statusCode: status, title: Title(status));

    public IResult NotFound() => Of(StatusCodes.Status404NotFound);

    /// <summary>There is no page of that number.</summary>
    public IResult NoPage(int last) => Of(StatusCodes.Status404NotFound, texts["Deze pagina is er niet. De laatste is {0}.", last]);

    public string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => texts["Deze vraag klopt niet"],
        StatusCodes.Status404NotFound => texts["Dit bestaat niet"],
        StatusCodes.Status405MethodNotAllowed => texts["Hier kun je alleen lezen"],
        >= StatusCodes.Status500InternalServerError => texts["Er ging iets mis"],
        _ => texts["Dit kan hier niet"],
    };

    public string Detail(int status) => status switch
    {
        StatusCodes.Status404NotFound => texts["Op dit adres is niets. Alle adressen staan in {0}.", OpenApiFile.Path],
        StatusCodes.Status405MethodNotAllowed => texts["Gebruik GET of HEAD. Met deze API kun je niets veranderen."],
        >= StatusCodes.Status500InternalServerError => texts["Dat ligt aan ons, niet aan jou. Probeer het zo nog eens."],
        _ => texts["Alle adressen en wat je er kunt vragen, staan in {0}.", OpenApiFile.Path],
    };
}
