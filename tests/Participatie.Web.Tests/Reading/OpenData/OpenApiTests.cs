using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Tools;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>The description of the API, read by validators that are not ours.</summary>
public abstract class OpenApiTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Site = "https://tafel.example";

    private ApiReader? reader;

    private ApiReader Api => reader!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        reader = new ApiReader(Server);
    }

    public override async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(PublicAddress.Key, Site)]);

    [Fact]
    public async Task The_description_is_valid_and_every_answer_and_example_fits_it()
    {
        await HoldAsync();
        var answers = new JsonArray();
        foreach (var list in ApiReader.Lists)
        {
            foreach (var path in (string[])[list, $"{list}?aantal=1", $"{list}?pagina=x", $"{list}?pagina=99"])
                await AddAsync(answers, $"/{list}", path);
            foreach (var item in await Api.ListAsync(list))
                await AddAsync(answers, $"/{list}/{{id}}", $"{list}/{item["id"]}");
            await AddAsync(answers, $"/{list}/{{id}}", $"{list}/{Guid.Empty}");
        }

        var found = Json.Read<Findings>(await NodeTool.RunAsync("check-api.mjs", new JsonObject { ["document"] = await Api.ReadAsync("openapi.json"), ["answers"] = answers }.ToJsonString()));

        Assert.Empty(found.Errors);
        Assert.Equal(("3.1", true), (found.Version, found.Valid));
        Assert.Empty(found.Faults);
    }

    [Fact]
    public async Task Every_route_is_described()
    {
        var document = await Api.ReadAsync("openapi.json");

        var routes = Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(path => path["/api/v1".Length..].Replace(":guid", "", StringComparison.Ordinal))
            .Except(["/openapi.json"], StringComparer.Ordinal);
        Assert.Equal(routes.Order(StringComparer.Ordinal), document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
        Assert.Equal(14, document["paths"]!.AsObject().Count);
    }

    [Fact]
    public async Task It_says_who_made_it_where_it_is_and_that_everything_is_free()
    {
        var document = await Api.ReadAsync("openapi.json");

        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("1.0.0", document["info"]!["version"]!.GetValue<string>());
        Assert.Equal("CC0-1.0", document["info"]!["license"]!["identifier"]!.GetValue<string>());
        Assert.Equal($"{Site}/open-data", document["info"]!["contact"]!["url"]!.GetValue<string>());
        Assert.Equal($"{Site}/api/v1", Assert.Single(document["servers"]!.AsArray())!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_address_says_what_it_is_for_with_examples_and_what_can_go_wrong()
    {
        var document = await Api.ReadAsync("openapi.json");

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var operation = item!["get"]!;
            Assert.NotEmpty(operation["summary"]!.GetValue<string>());
            Assert.NotEmpty(operation["description"]!.GetValue<string>());
            Assert.All(operation["parameters"]!.AsArray(), parameter => Assert.NotEmpty(parameter!["description"]!.GetValue<string>()));
            Assert.Empty(operation["security"]!.AsArray());
            var answers = operation["responses"]!.AsObject();
            Assert.Superset(new HashSet<string>(["200", "304", "404", "500"], StringComparer.Ordinal), answers.Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal));
            foreach (var (status, answer) in answers)
            {
                Assert.True(answer!["headers"]!["API-Version"] is not null, $"{path} {status}");
                Assert.True(answer["content"]?.AsObject().All(content => content.Value!["example"] is not null) ?? true, $"{path} {status}");
            }
        }

        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            Assert.True(schema!["type"] is not null, name);
    }

    private async Task HoldAsync()
    {
        var evening = await Evening.PlanAsync(Server);
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
        var decision = await Server.Db.FindAsync<Guid>("select id from decisions", null, Ct);
        var (store, today) = (Server.Services.GetRequiredService<AnswerStore>(), DateOnly.FromDateTime(DateTime.UtcNow));
        var addressed = (await store.AddressedAsync(decision, Ct))!;
        await Server.Services.GetRequiredService<PostponeAnswer>().RunAsync(decision, addressed, today.AddDays(60), "Het is druk.", "Noor", Ct);
        await Server.Services.GetRequiredService<AnswerDecision>().RunAsync(decision, addressed, Core.Decisions.ResponseVerdict.Adopted, "We doen het.", "Noor", Ct);
        await Server.Services.GetRequiredService<MakeCommitment>().RunAsync(decision, addressed, "Een jongerenwerker erbij", "De gemeente", today.AddDays(90), "Noor", Ct);
    }

    private async Task AddAsync(JsonArray answers, string path, string asked)
    {
        using var answer = await Api.SendAsync($"/api/v1/{asked}");
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        answers.Add((JsonNode)new JsonObject { ["path"] = path, ["status"] = (int)answer.StatusCode, ["body"] = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct)) });
    }

    private sealed record Findings(string Version, bool Valid, IReadOnlyList<string> Errors, IReadOnlyList<string> Faults);

    public sealed class OnSqlite() : OpenApiTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : OpenApiTests(DatabaseKind.Postgres);
}
