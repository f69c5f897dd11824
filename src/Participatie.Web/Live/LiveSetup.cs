using Microsoft.AspNetCore.SignalR;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Live;

public static class LiveSetup
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Farewell>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Farewell>());
        builder.Services.AddSignalR(options => options.AddFilter<Farewell>()).AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        builder.Services.AddSingleton<PollViews>();
        builder.Services.AddSingleton<SnapshotReader>();
        builder.Services.AddSingleton<MeetingRooms>();
        builder.Services.AddSingleton<Feed>();
        builder.Services.AddSingleton<Broadcaster>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Broadcaster>());
        return builder;
    }

    public static WebApplication MapLive(this WebApplication app)
    {
        app.MapHub<MeetingHub>($"{SharedSetup.Connections}/meeting");
        return app;
    }
}
