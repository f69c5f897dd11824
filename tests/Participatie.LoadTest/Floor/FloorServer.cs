using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participatie.LoadTest.Databases;
using Participatie.Web.Data;

namespace Participatie.LoadTest.Floor;

/// <summary>The floor: what SignalR and the database cost by themselves on this machine.</summary>
internal static class FloorServer
{
    public const string HubPath = "/hubs/meeting";
    public const string StagePath = "/stage";

    public static async Task RunAsync(string connectionString, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR().AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        builder.Services.AddSingleton(_ => Database.Open(connectionString));
        builder.Services.AddSingleton<FloorStage>();
        builder.Services.AddSingleton<FloorBox>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FloorBox>());

        await using var app = builder.Build();
        app.MapHub<FloorHub>(HubPath);
        app.MapPost(StagePath, (JsonElement snapshot, FloorStage stage) => stage.ShowAsync(snapshot));
        await app.Services.GetRequiredService<DbDataSource>().ExecuteAsync(FloorBox.CreateSql, null, ct);
        await app.StartAsync(ct);
        Console.WriteLine($"The floor listens on {app.Urls.First()}.");
        await app.WaitForShutdownAsync(ct);
    }
}
