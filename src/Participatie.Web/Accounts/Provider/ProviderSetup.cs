using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Provider;

public static class ProviderSetup
{
    /// <summary>From here a browser goes to the provider. A link and not a form: our pages send forms nowhere else.</summary>
    public const string Path = "/inloggen/organisatie";

    /// <summary>Here the provider sends it back; registered there.</summary>
    public const string CallbackPath = "/inloggen/terug";

    /// <summary>Somebody finds a telephone meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static WebApplicationBuilder AddProvider(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ProviderOptions>().BindConfiguration(ProviderOptions.Section);
        services.AddSingleton<GroupTasks>();
        services.AddScoped<ProviderSignIn>();
        if (builder.Configuration.GetSection(ProviderOptions.Section).Get<ProviderOptions>() is not { Authority: { } authority } configured)
            return builder;

        if (configured.Groups.Values.FirstOrDefault(task => GroupTask.Read(task) is null) is { } wrong)
            throw new OperatorFault($"{ProviderOptions.Section}:Groups: “{wrong}” is no task. Write administrator, or a role and a table: facilitator wijktafel-overvecht.");
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address))
            throw new OperatorFault($"{ProviderOptions.Section}:Authority: “{authority}” is no address.");

        services.AddAuthentication().AddOpenIdConnect(ProviderSignIn.Provider, options => Apply(options, configured, address));
        return builder;
    }

    public static void MapProvider(this IEndpointRouteBuilder site) => site.MapGet(Path, Go);

    private static IResult Go(HttpContext http, IOptions<ProviderOptions> options, string? terug)
    {
        if (options.Value.Authority is null)
            return Results.NotFound();

        var target = terug is not null && RedirectHttpResult.IsLocalUrl(terug) ? terug : AccountsSetup.HomePath;
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = target };
        if (StaffSession.Of(http) is not null)
            properties.Prompt = OpenIdConnectPrompt.Login; // this is to show once more who it is
        return Results.Challenge(properties, [ProviderSignIn.Provider]);
    }

    private static void Apply(OpenIdConnectOptions options, ProviderOptions provider, Uri authority)
    {
        options.Authority = provider.Authority;
        options.RequireHttpsMetadata = !authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // so that the cookies below need not travel with forms of others
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.Scope.Clear();
        foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
        options.CallbackPath = CallbackPath;
        options.RemoteAuthenticationTimeout = Patience;
        options.SignInScheme = IdentityConstants.ExternalScheme; // never reached: the ticket ends at our own session
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Path = "/";
        }

        options.Events.OnTicketReceived = SignInAsync;
        options.Events.OnRemoteFailure = FailAsync;
    }

    private static async Task SignInAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        await http.AuthenticateAsync(IdentityConstants.ApplicationScheme); // the session that this browser has, which then ends
        var outcome = await http.RequestServices.GetRequiredService<ProviderSignIn>().RunAsync(http, context.Principal!, http.RequestAborted);
        var target = context.ReturnUri ?? AccountsSetup.HomePath;
        context.HandleResponse();
        http.Response.Redirect(outcome switch
        {
            ProviderOutcome.SignedIn => target,
            ProviderOutcome.NeedsSecondStep => $"{AccountsSetup.CodePath}?{AccountsSetup.ReturnParameter}={Uri.EscapeDataString(target)}",
            _ => RefusalAddress(outcome),
        });
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        ProviderLog.Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<ProviderSignIn>>(), context.Failure?.Message ?? "");
        context.HandleResponse();
        context.Response.Redirect(RefusalAddress(ProviderOutcome.Failed));
        return Task.CompletedTask;
    }

    private static string RefusalAddress(ProviderOutcome outcome) => $"{AccountsSetup.SignInPath}?{SignInModel.RefusalParameter}={outcome}";
}
