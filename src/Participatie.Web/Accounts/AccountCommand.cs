using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts;

public static class AccountCommand
{
    private static readonly string[] Roles = [.. Enum.GetValues<StaffRole>().Select(role => role.Stored())];

    public static Command Create() => new("account", "Makes accounts for staff and one-time links to choose a password.")
    {
        CreateAdd(),
        CreateLink(),
    };

    private static Command CreateAdd()
    {
        var email = new Option<string>("--email") { Required = true, Description = "The address with which this person signs in." };
        var role = new Option<string>("--role") { Required = true, Description = "What this person does." };
        role.AcceptOnlyFromAmong(Roles);
        var name = new Option<string?>("--name") { Description = "How this person appears in the minutes; the first part of the address when left out." };
        var table = new Option<string?>("--table") { Description = "The short name of the table, as in /tafels/NAME; every role but administrator needs one." };

        var add = new Command("add", "Makes an account, or gives an existing one a further role. The password is read from standard input; without one a one-time link is printed.")
        {
            email, role, name, table,
        };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction((parsed, ct) =>
        {
            var request = new Request(
                parsed.GetRequiredValue(email),
                parsed.GetValue(name) ?? parsed.GetRequiredValue(email).Split('@')[0],
                Enum.Parse<StaffRole>(parsed.GetRequiredValue(role), ignoreCase: true),
                parsed.GetValue(table));
            return RunAsync([.. parsed.UnmatchedTokens], services => AddAsync(services, request, ct), ct);
        });
        return add;
    }

    private static Command CreateLink()
    {
        var email = new Option<string>("--email") { Required = true, Description = "The address of the account." };
        var link = new Command("link", "Prints a new one-time link by which a member of staff chooses a new password.") { email };
        link.TreatUnmatchedTokensAsErrors = false;
        link.SetAction((parsed, ct) => RunAsync(
            [.. parsed.UnmatchedTokens], services => PrintLinkAsync(services, parsed.GetRequiredValue(email)), ct));
        return link;
    }

    private static async Task<int> RunAsync(string[] settings, Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        await using var app = Program.Build(settings);
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
        return 0;
    }

    private static async Task AddAsync(IServiceProvider services, Request request, CancellationToken ct)
    {
        var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync(ct) : null;
        password = string.IsNullOrEmpty(password) ? null : password;
        var outcome = await services.GetRequiredService<AddStaff>()
            .RunAsync(request.Email, request.Name, request.Role, request.Table, password, ct);

        var role = request.Role.Stored() + (request.Table is null ? "" : $" at {request.Table}");
        Console.WriteLine(outcome switch
        {
            StaffOutcome.Added => $"Made an account for {request.Email}: {role}.",
            StaffOutcome.RoleAdded => $"{request.Email} had an account already and is now also {role}; its name and password stay as they were.",
            _ => throw new OperatorFault(Explain(outcome, request, services.GetRequiredService<IOptions<AccountsOptions>>().Value)),
        });
        if (outcome == StaffOutcome.Added && password is null)
            await PrintLinkAsync(services, request.Email);
    }

    private static string Explain(StaffOutcome outcome, Request request, AccountsOptions options) => outcome switch
    {
        StaffOutcome.HasRoleAlready => $"{request.Email} has an account with this role already: 'account link' prints a new link to choose a password.",
        StaffOutcome.AddressIsInvalid => $"'{request.Email}' is not an e-mail address.",
        StaffOutcome.PasswordTooShort => $"The password is too short: it needs at least {options.PasswordLength} characters.",
        StaffOutcome.PasswordIsGuessable => "The password is easy to guess: take a few words that do not belong together.",
        StaffOutcome.TableIsMissing => $"A {request.Role.Stored()} works at one table: say which with --table.",
        StaffOutcome.TableIsNotNeeded => "An administrator works at every table: leave --table out.",
        StaffOutcome.TableIsUnknown => $"There is no table '{request.Table}': look for its short name in the address of its page, /tafels/NAME.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };

    private static async Task PrintLinkAsync(IServiceProvider services, string email)
    {
        var user = await services.GetRequiredService<UserManager<StaffUser>>().FindByEmailAsync(email.Trim())
            ?? throw new OperatorFault($"There is no account with the address {email}: make it with 'account add'.");
        var days = services.GetRequiredService<IOptions<AccountsOptions>>().Value.LinkLifetime.TotalDays;
        Console.WriteLine($"With this link, which works once and for {days:0.#} days, {user.Name} chooses a password:");
        Console.WriteLine(await services.GetRequiredService<WelcomeLink>().CreateAsync(user));
    }

    private sealed record Request(string Email, string Name, StaffRole Role, string? Table);
}
