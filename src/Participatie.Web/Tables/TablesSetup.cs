namespace Participatie.Web.Tables;

public static class TablesSetup
{
    public static WebApplicationBuilder AddTables(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TableAccess>();
        services.AddSingleton<TableStore>();
        services.AddSingleton<TableStaff>();
        services.AddSingleton<SeedAreas>();
        services.AddSingleton<AddTable>();
        services.AddSingleton<AgreeTerms>();
        return builder;
    }
}
