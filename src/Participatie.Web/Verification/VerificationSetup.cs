namespace Participatie.Web.Verification;

public static class VerificationSetup
{
    public static WebApplicationBuilder AddVerification(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<VerifyMinutes>();
        services.AddSingleton<VerifyResults>();
        services.AddSingleton<Verify>();
        return builder;
    }
}
