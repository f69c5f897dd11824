using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Accounts.Own;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.Provider;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;
using Participatie.Web.Accounts.Staff;
using Participatie.Web.Accounts.Stores;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Errors;
using Participatie.Web.Tables;

namespace Participatie.Web.Accounts;

public static class AccountsSetup
{
    public const string SignInPath = "/inloggen";
    public const string CodePath = "/inloggen/code";
    public const string SignOutPath = "/uitloggen";
    public const string HomePath = "/beheer";
    public const string AccountPath = "/beheer/account";
    public const string SecondStepPath = "/beheer/account/tweede-stap";
    public const string ReturnParameter = "terug";

    /// <summary>Who gave the right password looks for a telephone for so long.</summary>
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(10);

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddStaffIdentity();
        services.AddStaffSessions();
        services.AddScoped<SignIn>();
        services.AddScoped<SecondStep>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<WelcomeLink>();
        services.AddScoped<ChoosePassword>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<ForgottenPassword>();
        services.AddScoped<NewPassword>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<OwnSecondStep>();
        services.AddScoped<AddStaff>();
        services.AddScoped<ShutAccount>();
        services.AddSingleton<StaffList>();
        services.AddSingleton<OwnData>();
        return builder.AddProvider();
    }

    /// <summary>Stands after routing, so that pages can ask for a role, and inside the pages that explain a failed request.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(NoteRefusal);
        app.UseAuthorization();
        return app;
    }

    /// <summary>Writes down who tried what they may not: the route, without what was filled in.</summary>
    private static async Task NoteRefusal(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!context.IsAboutFault() && context is { Response.StatusCode: StatusCodes.Status403Forbidden, User.Identity.IsAuthenticated: true })
            AccountsLog.Refused(context.RequestServices.GetRequiredService<ILogger<StaffUser>>(), TableAccess.StaffId(context.User), context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapProvider();
        return app;
    }

    private static void AddStaffIdentity(this IServiceCollection services)
    {
        services.AddScoped<IUserValidator<StaffUser>, StaffUserValidator>(); // before AddIdentityCore, which then adds none of its own
        services.AddSingleton<KnownWords>();
        services.AddSingleton<BreachedPasswords>();
        services.AddIdentityCore<StaffUser>()
            .AddUserStore<StaffUserStore>()
            .AddPasswordValidator<GuessablePassword>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountsOptions>>(Apply);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP's advice for PBKDF2-SHA512
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure<IOptions<AccountsOptions>>(
            (options, accounts) => options.TokenLifespan = accounts.Value.LinkLifetime);
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((options, address) =>
        {
            options.ServerDomain = address.Domain; // else the host that the visitor asked for
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required"; // found without a name being filled in
        });
    }

    private static void Apply(IdentityOptions options, IOptions<AccountsOptions> accounts) => options.Password = new PasswordOptions
    {
        RequiredLength = accounts.Value.PasswordLength,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    };

    private static void AddStaffSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<AttemptLimit>();
        services.AddSingleton<StartSession>();
        services.AddSingleton<EndSession>();
        services.AddRecurringWork<ForgetSessions>();
        services.AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountsOptions>>(
            (options, accounts) => Apply(options, accounts.Value));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            Harden(options.Cookie, "tweede-stap");
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.ExpireTimeSpan = BetweenSteps;
        });
    }

    private static void Apply(CookieAuthenticationOptions options, AccountsOptions accounts)
    {
        Harden(options.Cookie, "medewerker");
        options.ExpireTimeSpan = accounts.LongestSession; // the database ends it when nothing is done in it
        options.SlidingExpiration = false;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnParameter;
        options.Events.OnValidatePrincipal = StaffSession.ValidateAsync;
        options.Events.OnRedirectToAccessDenied = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
