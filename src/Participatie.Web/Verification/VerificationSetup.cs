using Participatie.Web.Shared;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Verification;

public static class VerificationSetup
{
    public static WebApplicationBuilder AddVerification(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<VerifyMinutes>();
        services.AddSingleton<VerifyResults>();
        services.AddSingleton<VerifyAnswers>();
        services.AddSingleton<VerifyAnchors>();
        services.AddSingleton<Verify>();
        services.AddSingleton<AnchorStore>();
        services.AddRecurringWork<DropAnchor>();
        return builder;
    }
}
