using Microsoft.AspNetCore.SignalR;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Live;

public static class LiveSetup
{
    /// <summary>In bytes. The longest vote, every option of a long poll with points, is a tenth of it.</summary>
    private const int LargestMessage = 16 * 1024;

    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Farewell>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Farewell>());
        builder.Services.AddSignalR(options =>
        {
            options.AddFilter<Farewell>();
            options.MaximumReceiveMessageSize = LargestMessage;
        }).AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        builder.Services.AddSingleton<PollViews>();
        builder.Services.AddSingleton<SnapshotReader>();
        builder.Services.AddSingleton<MeetingRooms>();
        builder.Services.AddSingleton<Feed>();
        builder.Services.AddSingleton<Broadcaster>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Broadcaster>());
        return builder;
    }

    /// <summary>Stands before routing.</summary>
    public static void UseLive(this WebApplication app) =>
        app.UseWhen(static context => context.Request.Path.StartsWithSegments(SharedSetup.Connections, StringComparison.Ordinal), static connections => connections.UseOwnOrigin());

    public static WebApplication MapLive(this WebApplication app)
    {
        app.MapHub<MeetingHub>($"{SharedSetup.Connections}/meeting", static options => options.TransportSendTimeout = Telling.Deaf);
        return app;
    }
}
