using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Participatie.Web.Live;
using Participatie.Web.Polls;

namespace Participatie.Web.Telemetry;

public static class TelemetrySetup
{
    /// <summary>The settings of OpenTelemetry's own specification; with any of them there is somebody to tell.</summary>
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Measurements>();
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietFramework>();
        if (!Array.Exists(Endpoints, name => builder.Configuration[name] is { Length: > 0 }))
            return builder;

        services.AddSingleton<ILoggerProvider, ErrorCounter>();
        services.AddHostedService<Gauges>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "participatie"))
            .WithMetrics(metrics => metrics
                .AddMeter(Measurements.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http.Connections")
                .SetExemplarFilter(ExemplarFilterType.AlwaysOff) // an exemplar is one vote, with its time
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = BareSpans.Includes;
                    options.EnableAspNetCoreSignalRSupport = false; // a vote is a call of the hub
                })
                .AddProcessor(new BareSpans()) // before the exporter
                .AddOtlpExporter());
        return builder;
    }

    /// <summary>What is counted only when somebody looks.</summary>
    private sealed class Gauges(Measurements measurements, MeetingRooms rooms, BallotBox box) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            measurements.Watch("participatie.phones.connected", "{person}", "People with a screen connected to a meeting.", () => rooms.Connected);
            measurements.Watch("participatie.ballotbox.queue", "{vote}", "Votes that wait to be stored.", () => box.Waiting);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
