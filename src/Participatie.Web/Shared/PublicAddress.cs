namespace Participatie.Web.Shared;

/// <summary>Where residents find this server: what QR codes and links on paper hold.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public const string Setting = "Participatie:PublicAddress";

    /// <summary>The full address of a path; without the setting, as the present visitor reached us.</summary>
    public string Of(HttpRequest request, string path) =>
        (configuration[Setting]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}") + path;
}
