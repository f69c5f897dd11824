using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Accounts;

public static class AccountsSetup
{
    public const string SignInPath = "/inloggen";
    public const string SignOutPath = "/uitloggen";
    public const string HomePath = "/beheer";
    public const string ReturnParameter = "terug";

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<AddStaff>();
        services.AddScoped<SignIn>();
        services.AddScoped<WelcomeLink>();
        services.AddScoped<ChoosePassword>();
        services.AddScoped<NewPassword>();
        services.AddScoped<FirstAdministrator>();
        services.AddStaffIdentity();
        services.AddStaffSession();
        return builder;
    }

    /// <summary>Stands after routing, so that pages can ask for a role, and inside the pages that explain a failed request.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    private static void AddStaffIdentity(this IServiceCollection services)
    {
        services.AddScoped<IUserValidator<StaffUser>, StaffUserValidator>(); // before AddIdentityCore, which then adds none of its own
        services.AddIdentityCore<StaffUser>()
            .AddUserStore<StaffUserStore>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountsOptions>>(Apply);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP's advice for PBKDF2-SHA512
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure<IOptions<AccountsOptions>>(
            (options, accounts) => options.TokenLifespan = accounts.Value.LinkLifetime);
    }

    private static void Apply(IdentityOptions options, IOptions<AccountsOptions> accounts)
    {
        options.Password = new PasswordOptions
        {
            RequiredLength = accounts.Value.PasswordLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = accounts.Value.FailuresBeforeLockout;
        options.Lockout.DefaultLockoutTimeSpan = accounts.Value.Lockout;
    }

    private static void AddStaffSession(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountsOptions>>(
            (options, accounts) => options.ValidationInterval = accounts.Value.SessionCheck);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountsOptions>>(
            (options, accounts) => Apply(options, accounts.Value));
    }

    private static void Apply(CookieAuthenticationOptions options, AccountsOptions accounts)
    {
        options.Cookie.Name = "medewerker";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = accounts.Session;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnParameter;
        options.Events.OnRedirectToAccessDenied = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
