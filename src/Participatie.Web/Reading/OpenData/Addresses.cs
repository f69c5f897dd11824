using Participatie.Web.Reading.OpenData.Resources;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>Full addresses of this site, as whoever asks should find them.</summary>
public sealed class Addresses(Func<string, string> full)
{
    /// <summary>What all addresses of the API begin with.</summary>
    public const string Root = "/api/v1";

    public static Addresses For(HttpRequest request, PublicAddress address) => new(path => address.Of(request, path));

    /// <summary>The address of a page or file for people.</summary>
    public string Page(string path) => full(path);

    /// <summary>The address of a dataset, or of something in it.</summary>
    public string Api(string path) => full($"{Root}/{path}");

    public Verwijzing To(string dataset, object id, string name) => new() { Id = id.ToString()!, Naam = name, Url = Api($"{dataset}/{id}") };
}
