using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>How the API answers, whatever is asked: also when it refuses.</summary>
public abstract class ApiAnswersTests(DatabaseKind kind) : ServerTests(kind)
{
    private ApiReader? reader;

    private ApiReader Api => reader!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Evening.PlanAsync(Server);
        reader = new ApiReader(Server);
    }

    public override async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_has_it_already_gets_nothing_but_the_version()
    {
        foreach (var path in (string[])
        [
            "/api/v1/vergaderingen",
            "/api/v1/vergaderingen?jaar=2026",
            "/api/v1/wijken/utrecht-overvecht",
            "/api/v1/openapi.json",
        ])
        {
            using var first = await Api.SendAsync(path);
            var tag = first.Headers.ETag!.Tag;

            using var again = await Api.SendAsync(path, headers: ("If-None-Match", tag));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Ct));
            ApiReader.AssertHeaders(again);
            using var changed = await Api.SendAsync(path, headers: ("If-None-Match", "\"iets-anders\""));
            Assert.Equal((HttpStatusCode.OK, tag), (changed.StatusCode, changed.Headers.ETag!.Tag));
        }
    }

    [Fact]
    public async Task A_question_that_makes_no_sense_is_refused_in_plain_words()
    {
        foreach (var (path, detail) in ((string Path, string? Detail)[])
        [
            ("/api/v1/vergaderingen?jaar=vorig", "‘vorig’ past niet bij ‘jaar’. Een voorbeeld dat wel past: 2026."),
            ("/api/v1/vergaderingen?jaar=1200", "‘1200’ past niet bij ‘jaar’. Een voorbeeld dat wel past: 2026."),
            ("/api/v1/vergaderingen?status=open", "‘open’ past niet bij ‘status’. Een voorbeeld dat wel past: gehouden."),
            ("/api/v1/stemmingen?vergadering=1", null),
            ("/api/v1/besluiten?thema=", null),
            ("/api/v1/besluiten?thema=%00", null),
            ("/api/v1/besluiten?wijk=delft-west&wijk=utrecht-overvecht", null),
            ("/api/v1/besluiten?wijk=atlantis", "‘atlantis’ kennen we niet als ‘wijk’."),
            ("/api/v1/besluiten?tafel=atlantis", "‘atlantis’ kennen we niet als ‘tafel’."),
            ("/api/v1/wijken?wijk=delft-west", "‘wijk’ kun je hier niet vragen. Wel: pagina, aantal."),
            ("/api/v1/wijken?pagina=0", "De pagina is een getal vanaf 1."),
            ("/api/v1/wijken?pagina=-1", "De pagina is een getal vanaf 1."),
            ("/api/v1/wijken?aantal=101", "Het aantal is een getal van 1 tot en met 100."),
            ("/api/v1/wijken?aantal=veel", "Het aantal is een getal van 1 tot en met 100."),
        ])
        {
            var problem = await Api.AssertProblemAsync(path, HttpStatusCode.BadRequest);

            Assert.Equal("Deze vraag klopt niet", problem["title"]!.GetValue<string>());
            if (detail is not null)
                Assert.Equal(detail, problem["detail"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        foreach (var path in (string[])
        [
            "/api/v1",
            "/api/v1/",
            "/api/v1/wijken/",
            "/api/v1/wijken/utrecht-overvecht/",
            "/api/v1/wijken/atlantis",
            "/api/v1/tafels/atlantis",
            "/api/v1/vergaderingen/atlantis",
            "/api/v1/vergaderingen/0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21",
            "/api/v1/agendapunten/0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21",
            "/api/v1/stemmingen/0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21",
            "/api/v1/verslagen/0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21",
            "/api/v1/besluiten/0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21",
            "/api/v1/bewoners",
            "/api/v1/wijken?pagina=99",
        ])
        {
            var problem = await Api.AssertProblemAsync(path, HttpStatusCode.NotFound);

            Assert.Equal("Dit bestaat niet", problem["title"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Nobody_changes_anything_here()
    {
        foreach (var (method, path) in ((string Method, string Path)[])
        [
            ("POST", "/api/v1/wijken"),
            ("DELETE", "/api/v1/wijken/utrecht-overvecht"),
            ("PUT", "/api/v1/openapi.json"),
        ])
        {
            using var answer = await Api.SendAsync(path, new HttpMethod(method));

            await ApiReader.AssertProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_failure_of_our_own_is_said_in_the_same_way()
    {
        await Server.Db.ExecuteAsync("drop view published_minutes", null, Ct);

        var problem = await Api.AssertProblemAsync("/api/v1/verslagen", HttpStatusCode.InternalServerError);

        Assert.Equal("Dat ligt aan ons, niet aan jou. Probeer het zo nog eens.", problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_it()
    {
        using var answer = await Api.SendAsync("/api/v1/wijken", HttpMethod.Options, ("Origin", "https://krant.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "If-None-Match"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        ApiReader.AssertHeaders(answer);
        Assert.Equal("If-None-Match", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Contains("GET", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_answers_without_a_body()
    {
        foreach (var path in (string[])["/api/v1/wijken", "/api/v1/openapi.json"])
        {
            using var answer = await Api.SendAsync(path, HttpMethod.Head);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            ApiReader.AssertHeaders(answer);
        }
    }

    public sealed class OnSqlite() : ApiAnswersTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiAnswersTests(DatabaseKind.Postgres);
}
