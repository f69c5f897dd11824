using Participatie.Web.Shared;

namespace Participatie.Web.Mailing;

public static class MailingSetup
{
    public static WebApplicationBuilder AddMailing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section)
            .ValidateDataAnnotations()
            // Without it a stranger could choose the address in somebody else's mail.
            .Validate<IConfiguration>((mail, settings) => !mail.IsSent || settings[PublicAddress.Key] is { Length: > 0 }, $"Mail:Host needs {PublicAddress.Key}: the address in the links of a mail.")
            .ValidateOnStart();
        services.AddSingleton<Outbox>();
        services.AddRecurringWork<Postman>();
        return builder;
    }
}
