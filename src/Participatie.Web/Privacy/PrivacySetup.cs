using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Privacy.Phone;
using Participatie.Web.Reading.Caching;
using Participatie.Web.Shared;

namespace Participatie.Web.Privacy;

public static class PrivacySetup
{
    public static WebApplicationBuilder AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddRecurringWork<ForgetParticipants>();
        builder.Services.AddSingleton<PhoneTraces>();
        builder.Services.AddSingleton<ErasePhone>();
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<AskAboutNumbers>());
        return builder;
    }

    public static WebApplication MapPrivacy(this WebApplication app)
    {
        app.MapPublicFiles().MapDpia();
        return app;
    }
}
