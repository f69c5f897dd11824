using Participatie.Web.Accounts;
using Participatie.Web.Backups;
using Participatie.Web.Commands;
using Participatie.Web.Contributions;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Demonstration;
using Participatie.Web.Health;
using Participatie.Web.Limits;
using Participatie.Web.Live;
using Participatie.Web.Mailing;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Polls;
using Participatie.Web.Privacy;
using Participatie.Web.Reading;
using Participatie.Web.Reading.Caching;
using Participatie.Web.Reading.OpenData;
using Participatie.Web.Shared;
using Participatie.Web.Subscriptions;
using Participatie.Web.Tables;
using Participatie.Web.Telemetry;
using Participatie.Web.Verification;

namespace Participatie.Web;

public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The whole application, ready to start. Nothing is read or written until then.</summary>
    /// <param name="args">Configuration such as <c>--urls</c>.</param>
    /// <param name="adjust">What a test replaces.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();

        builder.AddTelemetry();
        builder.AddData();
        builder.AddHealth();
        builder.AddShared();
        builder.AddAccounts();
        builder.AddTables();
        builder.AddMeetings();
        builder.AddPolls();
        builder.AddContributions();
        builder.AddLive();
        builder.AddLimits();
        builder.AddMinutes();
        builder.AddDecisions();
        builder.AddReading();
        builder.AddMailing();
        builder.AddSubscriptions();
        builder.AddBackups();
        builder.AddPrivacy();
        builder.AddVerification();
        builder.AddDemonstration();
        adjust?.Invoke(builder);
        return Arrange(builder.Build());
    }

    /// <summary>What a request goes through, in this order, and where it comes out.</summary>
    private static WebApplication Arrange(WebApplication app)
    {
        app.UseShared();
        app.UseLive();
        app.UseOpenData();
        app.UseAccounts();
        app.UseLimits();
        app.UsePublicPages();
        app.UseCompression();
        app.MapShared();
        app.MapAccounts();
        app.MapHealth();
        app.MapLive();
        app.MapMeetings();
        app.MapPolls();
        app.MapMinutes();
        app.MapReading();
        app.MapPrivacy();
        return app;
    }
}
