using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Participatie.Web.Health;

public static class HealthSetup
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks().AddCheck<Readiness>(nameof(Readiness));
        return builder;
    }

    /// <summary>Two questions, and a word for an answer: does the process live, and should visitors be sent to it?</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready").DisableHttpMetrics();
        return app;
    }
}
