namespace Participatie.Web.Demonstration;

public static class DemonstrationSetup
{
    public static WebApplicationBuilder AddDemonstration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FillDemonstration>();
        return builder;
    }
}
