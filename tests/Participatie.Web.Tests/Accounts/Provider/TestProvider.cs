using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Participatie.Web.Tests.Accounts.Provider;

/// <summary>A provider of OpenID Connect: who comes is <see cref="Person"/>, and nothing is asked. It insists on what the standards ask of a client.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "participatie";
    public const string ClientSecret = "een-geheim-van-twee";

    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> codes = new(StringComparer.Ordinal);

    private TestProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>What it says of who comes.</summary>
    public Dictionary<string, object> Person { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked of it last, as a query string.</summary>
    public IQueryCollection LastAsked { get; private set; } = QueryCollection.Empty;

    /// <summary>A key that it does not publish signs what it says.</summary>
    public bool IsForged { get; set; }

    /// <summary>Answers with a number that nobody asked with.</summary>
    public bool ReplaysNonce { get; set; }

    /// <summary>The person turns back.</summary>
    public bool IsDenied { get; set; }

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var provider = new TestProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", provider.Describe);
        provider.app.MapGet("/keys", provider.Keys);
        provider.app.MapGet("/authorize", provider.Authorize);
        provider.app.MapPost("/token", (Delegate)provider.TokenAsync);
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Describe() => Results.Json(new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        jwks_uri = $"{Address}/keys",
        response_types_supported = (string[])["code"],
        subject_types_supported = (string[])["pairwise"],
        id_token_signing_alg_values_supported = (string[])["RS256"],
        code_challenge_methods_supported = (string[])["S256"],
    });

    private IResult Keys()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false)) { KeyId = "1" });
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = jwk.N, e = jwk.E } } });
    }

    private IResult Authorize(HttpContext http)
    {
        var query = LastAsked = http.Request.Query;
        if (!(query["client_id"] == ClientId && query["response_type"] == "code" && query["code_challenge_method"] == "S256" && query["nonce"].ToString().Length > 20))
            return Results.BadRequest();

        var code = Guid.NewGuid().ToString("N");
        codes[code] = new Asked(query["redirect_uri"].ToString(), query["code_challenge"].ToString(), query["nonce"].ToString());
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = query["state"] };
        answer[IsDenied ? "error" : "code"] = IsDenied ? "access_denied" : code;
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), answer));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"].ToString(), out var asked)
            || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != asked.RedirectUri
            || !string.Equals(challenge, asked.Challenge, StringComparison.Ordinal))
            return Results.Json(new { error = "invalid_grant" }, statusCode: (int)HttpStatusCode.BadRequest);

        return Results.Json(new { access_token = "toegang", token_type = "Bearer", expires_in = 60, id_token = Sign(asked.Nonce) });
    }

    private string Sign(string nonce)
    {
        using var other = RSA.Create(2048);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>(Person, StringComparer.Ordinal) { [JwtRegisteredClaimNames.Nonce] = ReplaysNonce ? "een-ander" : nonce },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey((IsForged ? other : key).ExportParameters(includePrivateParameters: true)) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private sealed record Asked(string RedirectUri, string Challenge, string Nonce);
}
