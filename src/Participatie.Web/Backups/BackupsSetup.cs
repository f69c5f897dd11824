using Participatie.Web.Backups.Daily;
using Participatie.Web.Shared;

namespace Participatie.Web.Backups;

public static class BackupsSetup
{
    public static WebApplicationBuilder AddBackups(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BackupsOptions>().BindConfiguration(BackupsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MakeBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<BackupStore>();
        services.AddSingleton<BackupLog>();
        services.AddSingleton<KeepBackup>();
        services.AddRecurringWork<DailyBackup>();
        return builder;
    }
}
