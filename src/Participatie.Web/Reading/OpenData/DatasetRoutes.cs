using System.Globalization;
using Participatie.Web.Reading.OpenData.Resources;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>The two addresses of a dataset: page by page, and one by one.</summary>
public static class DatasetRoutes
{
    private const string Json = "application/json";

    public static void MapDataset<T>(this IEndpointRouteBuilder site, Dataset<T> dataset)
        where T : class
    {
        site.MapMethods($"{Addresses.Root}/{dataset.Name}", FileRequest.Methods, (HttpContext http, ReadQuestion question, Problems problems, PublicAddress address, CancellationToken ct) =>
                SendPageAsync(http, dataset, question, problems, Addresses.For(http.Request, address), ct))
            .WithMetadata(dataset)
            .Produces<Lijst<T>>(StatusCodes.Status200OK, Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status500InternalServerError);
        site.MapMethods($"{Addresses.Root}/{dataset.Name}/{dataset.IdPattern}", FileRequest.Methods, async (HttpContext http, string id, Problems problems, PublicAddress address, CancellationToken ct) =>
                await dataset.FindAsync(id, Addresses.For(http.Request, address), ct) is { } found ? Results.Ok(found) : problems.NotFound())
            .WithMetadata(dataset)
            .Produces<T>(StatusCodes.Status200OK, Json)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status500InternalServerError);
    }

    private static async Task<IResult> SendPageAsync<T>(
        HttpContext http, Dataset<T> dataset, ReadQuestion question, Problems problems, Addresses address, CancellationToken ct)
        where T : class
    {
        var (asked, fault) = await question.RunAsync(http.Request.Query, dataset.Filters, ct);
        if (asked is null)
            return problems.Of(StatusCodes.Status400BadRequest, fault);

        var total = await dataset.CountAsync(asked, ct);
        var last = (int)Math.Max(1, (total + asked.Count - 1) / asked.Count);
        if (asked.Page > last)
            return problems.NoPage(last);

        var links = Links(asked, last, page => AddressOf(dataset, asked, page, address));
        http.Response.Headers.Link = string.Join(", ", Named(links).Select(link => $"<{link.Target.Href}>; rel=\"{link.Relation}\""));
        return Results.Ok(new Lijst<T>
        {
            Links = links,
            Pagina = asked.Page,
            Aantal = asked.Count,
            Totaal = total,
            Resultaten = await dataset.ReadAsync(asked, address, ct),
        });
    }

    private static Bladwijzers Links(Asked asked, int last, Func<int, Link> to) => new()
    {
        Self = to(asked.Page),
        First = to(1),
        Prev = asked.Page > 1 ? to(asked.Page - 1) : null,
        Next = asked.Page < last ? to(asked.Page + 1) : null,
        Last = to(last),
    };

    private static Link AddressOf(Dataset dataset, Asked asked, int page, Addresses address) => new()
    {
        Href = address.Api(dataset.Name) + QueryString.Create(
        [
            .. asked.Filters.Select(one => KeyValuePair.Create<string, string?>(one.Filter.Name, one.Value)),
            KeyValuePair.Create<string, string?>(Asked.PageName, page.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create<string, string?>(Asked.CountName, asked.Count.ToString(CultureInfo.InvariantCulture)),
        ]),
    };

    private static IEnumerable<(string Relation, Link Target)> Named(Bladwijzers links)
    {
        yield return ("self", links.Self);
        yield return ("first", links.First);
        if (links.Prev is { } previous)
            yield return ("prev", previous);
        if (links.Next is { } next)
            yield return ("next", next);
        yield return ("last", links.Last);
    }
}
