using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;

namespace Participatie.Web.Accounts.Provider;

public enum ProviderOutcome
{
    SignedIn,

    /// <summary>The provider asked no second step, and this account has one here: it is asked now.</summary>
    NeedsSecondStep,

    /// <summary>Nobody we know, and without a task here; or an account that is shut.</summary>
    NoTask,

    /// <summary>The provider did not answer as agreed, or the person turned back.</summary>
    Failed,
}

/// <summary>Signs in somebody whom the provider knows.</summary>
public sealed class ProviderSignIn(
    UserManager<StaffUser> users, GroupTasks tasks, SecondStep secondStep, StartSession session, IOptions<ProviderOptions> options, ILogger<ProviderSignIn> log)
{
    public const string Provider = "organisatie";

    public async Task<ProviderOutcome> RunAsync(HttpContext http, ClaimsPrincipal principal, CancellationToken ct)
    {
        if (ProviderPerson.Of(principal, options.Value) is not { } person)
        {
            ProviderLog.NamesPeopleByNumber(log);
            return ProviderOutcome.Failed;
        }

        if (await FindAsync(person) is not { } user || await users.IsLockedOutAsync(user))
            return ProviderOutcome.NoTask;

        await tasks.SynchronizeAsync(user.Id, person.Tasks, ct);
        if (!person.HadSecondStep && await secondStep.IsSetUpAsync(user))
        {
            await SecondStep.AskAsync(http, user);
            return ProviderOutcome.NeedsSecondStep;
        }

        await session.RunAsync(http, user, person.HadSecondStep ? SignInMethod.Provider : SignInMethod.Password, ct);
        return ProviderOutcome.SignedIn;
    }

    /// <summary>By the number there; the first time by an address that the provider vouches for; else a new account for who has a task.</summary>
    private async Task<StaffUser?> FindAsync(ProviderPerson person)
    {
        if (await users.FindByLoginAsync(Provider, person.Subject) is { } known)
            return known;
        if (person.Email is null || (await users.FindByEmailAsync(person.Email) ?? await AddAsync(person)) is not { } user)
            return null;

        return (await users.AddLoginAsync(user, new UserLoginInfo(Provider, person.Subject, options.Value.Name))).Succeeded ? user : null;
    }

    private async Task<StaffUser?> AddAsync(ProviderPerson person)
    {
        var user = new StaffUser { Name = person.Name, Email = person.Email! };
        return person.Tasks.Count > 0 && (await users.CreateAsync(user)).Succeeded ? user : null;
    }
}
