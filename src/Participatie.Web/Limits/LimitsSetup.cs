using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Limits;

public static class LimitsSetup
{
    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>(static (server, limits) =>
        {
            server.Limits.MaxConcurrentConnections = limits.Value.Connections;
            server.Limits.MaxConcurrentUpgradedConnections = limits.Value.Connections;
        });
        builder.Services.AddSingleton<FormPace>();
        builder.Services.AddRateLimiter(static _ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<FormPace>(static (limiter, pace) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = pace.Limiter;
            limiter.OnRejected = pace.NoteAsync;
        });
        builder.Services.Configure<HubOptions>(static options => options.AddFilter<PacedCalls>());
        builder.Services.AddSingleton<PacedCalls>();
        return builder;
    }

    /// <summary>Stands after who asks is known.</summary>
    public static void UseLimits(this WebApplication app) => app.UseRateLimiter();
}
