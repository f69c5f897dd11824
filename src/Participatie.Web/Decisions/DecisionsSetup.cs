namespace Participatie.Web.Decisions;

public static class DecisionsSetup
{
    public static WebApplicationBuilder AddDecisions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DecisionsOptions>().BindConfiguration("Decisions").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DecisionRegister>();
        return builder;
    }
}
