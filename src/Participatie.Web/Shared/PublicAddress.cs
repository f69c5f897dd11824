using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Participatie.Web.Shared;

/// <summary>Where the world finds this installation: what QR codes, paper and the terminal say.</summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    public const string Key = "Participatie:PublicAddress";

    private const string OnThisMachine = "http://localhost:5080";

    private readonly string? root = configuration[Key]?.TrimEnd('/');

    /// <summary>The full address of a path, which starts with a slash; without the setting, on this machine.</summary>
    public string Of(string path) => (root ?? Listening ?? OnThisMachine) + path;

    /// <summary>The same; without the setting, as the present visitor reached us.</summary>
    public string Of(HttpRequest request, string path) => (root ?? $"{request.Scheme}://{request.Host}") + path;

    /// <summary>The host alone; null without the setting.</summary>
    public string? Domain => root is null ? null : new Uri(root).Host;

    private string? Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/');
}
