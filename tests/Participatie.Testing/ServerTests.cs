using Microsoft.AspNetCore.Builder;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;

namespace Participatie.Testing;

/// <summary>
/// Tests through the front door of the real application. Every test has a server and a database of its own, and one
/// visitor; more of either are a line.
/// </summary>
public abstract class ServerTests(DatabaseKind kind) : IAsyncLifetime
{
    private TestServer? server;
    private Visitor? visitor;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TestServer Server => server!;

    protected Visitor Visitor => visitor!;

    public virtual async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(kind, Adjust);
        visitor = server.NewVisitor();
    }

    public virtual async ValueTask DisposeAsync()
    {
        visitor?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What this class of tests replaces: time, outgoing mail, limits.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }
}
