using System.Text.Json.Serialization;
using Participatie.Web.Data;
using Participatie.Web.Reading.OpenData.Datasets;
using Participatie.Web.Reading.OpenData.Description;
using Participatie.Web.Reading.OpenData.Exports;

namespace Participatie.Web.Reading.OpenData;

public static class OpenDataSetup
{
    public static void AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<AreaDataset>();
        services.AddSingleton<TableDataset>();
        services.AddSingleton<MeetingDataset>();
        services.AddSingleton<ItemDataset>();
        services.AddSingleton<VoteDataset>();
        services.AddSingleton<MinutesDataset>();
        services.AddSingleton<DecisionDataset>();
        services.AddSingleton<ReadQuestion>();
        services.AddSingleton<Problems>();
        services.AddSingleton<TableYears>();
        services.AddOpenApi(OpenApiFile.Document, static options =>
        {
            options.ShouldInclude = static endpoint =>
                HttpMethods.IsGet(endpoint.HttpMethod ?? "") && endpoint.ActionDescriptor.EndpointMetadata.OfType<Dataset>().Any();
            options.CreateSchemaReferenceId = DescribeApi.SchemaName;
            options.AddDocumentTransformer<DescribeApi>();
            options.AddOperationTransformer<DescribeOperation>();
            options.AddSchemaTransformer<DescribeSchema>();
        });
        services.ConfigureHttpJsonOptions(static options =>
        {
            Json.Configure(options.SerializerOptions);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // a number is never described as a text
        });
    }

    public static void MapOpenData(this IEndpointRouteBuilder site)
    {
        var services = site.ServiceProvider;
        site.MapDataset(services.GetRequiredService<AreaDataset>());
        site.MapDataset(services.GetRequiredService<TableDataset>());
        site.MapDataset(services.GetRequiredService<MeetingDataset>());
        site.MapDataset(services.GetRequiredService<ItemDataset>());
        site.MapDataset(services.GetRequiredService<VoteDataset>());
        site.MapDataset(services.GetRequiredService<MinutesDataset>());
        site.MapDataset(services.GetRequiredService<DecisionDataset>());
        site.MapOpenApiFile();
    }
}
