namespace Participatie.Web.Accounts.Provider;

/// <summary>
/// Where staff sign in with the account that they have elsewhere, by OpenID Connect, configured under <see cref="Section"/>.
/// Without an <see cref="Authority"/> there is no such place.
/// </summary>
public sealed class ProviderOptions
{
    public const string Section = "Participatie:Accounts:Provider";

    /// <summary>The address that the provider names itself by; below it is its <c>.well-known/openid-configuration</c>.</summary>
    public string? Authority { get; set; }

    public string ClientId { get; set; } = "";

    public string? ClientSecret { get; set; }

    /// <summary>As the button calls it, such as the name of a municipality.</summary>
    public string Name { get; set; } = "je organisatie";

    /// <summary>What is asked of the provider, with spaces between.</summary>
    public string Scope { get; set; } = "openid profile email";

    /// <summary>The claim that holds the groups of a person.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>What each group does here: <c>administrator</c>, or a role and a table: <c>facilitator wijktafel-overvecht</c>.</summary>
    public Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The provider says in <c>amr</c> or <c>acr</c> that a second step was asked, by one of these words, with spaces between.
    /// Empty when it always asks one without saying so.
    /// </summary>
    public string SecondStep { get; set; } = "mfa";

    /// <summary>The provider vouches for every address, without saying so in <c>email_verified</c>.</summary>
    public bool VouchesForAddresses { get; set; }
}
