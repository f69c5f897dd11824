namespace Participatie.Web.Contributions;

public static class ContributionsSetup
{
    public static WebApplicationBuilder AddContributions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ContributionStore>();
        builder.Services.AddSingleton<SendContribution>();
        builder.Services.AddSingleton<SupportContribution>();
        builder.Services.AddSingleton<JudgeContribution>();
        return builder;
    }
}
