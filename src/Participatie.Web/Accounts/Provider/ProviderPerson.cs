using System.Security.Claims;
using Participatie.Core.Privacy;

namespace Participatie.Web.Accounts.Provider;

/// <summary>What a provider says of somebody, as far as we want to know it.</summary>
/// <param name="Subject">The number of this person there.</param>
/// <param name="Email">Null when the provider does not vouch for it.</param>
/// <param name="Tasks">What this person does here.</param>
/// <param name="HadSecondStep">More was asked there than a password.</param>
public sealed record ProviderPerson(string Subject, string? Email, string Name, IReadOnlyList<GroupTask> Tasks, bool HadSecondStep)
{
    /// <summary>
    /// Leaves only what is needed, and nothing that is or may hold a citizen service number. Null when the provider names
    /// people by one: whom it means we cannot keep.
    /// </summary>
    public static ProviderPerson? Of(ClaimsPrincipal principal, ProviderOptions options)
    {
        var claims = principal.Claims.Where(claim => !IsForbidden(claim)).ToLookup(claim => claim.Type, claim => claim.Value, StringComparer.Ordinal);
        if (claims["sub"].FirstOrDefault() is not { Length: > 0 } subject)
            return null;

        var email = options.VouchesForAddresses || claims["email_verified"].Contains("true", StringComparer.OrdinalIgnoreCase) ? claims["email"].FirstOrDefault() : null;
        return new ProviderPerson(
            subject,
            email,
            claims["name"].FirstOrDefault() ?? email ?? "",
            [.. claims[options.GroupClaim].Select(group => options.Groups.GetValueOrDefault(group)).OfType<string>().Select(GroupTask.Read).OfType<GroupTask>().Distinct()],
            options.SecondStep.Length == 0 || claims["amr"].Concat(claims["acr"]).Intersect(options.SecondStep.Split(' '), StringComparer.Ordinal).Any());
    }

    private static bool IsForbidden(Claim claim) =>
        claim.Type.Contains("bsn", StringComparison.OrdinalIgnoreCase) || ForbiddenData.FindIn(claim.Value).Count > 0;
}
