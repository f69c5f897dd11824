using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

public static class SubscriptionsSetup
{
    public static WebApplicationBuilder AddSubscriptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SubscriptionsOptions>().BindConfiguration(SubscriptionsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<RequestNews>();
        services.AddSingleton<ConfirmSubscription>();
        services.AddSingleton<EndSubscription>();
        services.AddSingleton<NewsDesk>();
        services.AddSingleton<NewsMail>();
        services.AddRecurringWork<SendNews>();
        return builder;
    }
}
