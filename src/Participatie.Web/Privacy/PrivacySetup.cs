using Participatie.Web.Reading.Caching;
using Participatie.Web.Shared;

namespace Participatie.Web.Privacy;

public static class PrivacySetup
{
    public static WebApplicationBuilder AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddRecurringWork<ForgetParticipants>();
        return builder;
    }

    public static WebApplication MapPrivacy(this WebApplication app)
    {
        app.MapPublicFiles().MapDpia();
        return app;
    }
}
