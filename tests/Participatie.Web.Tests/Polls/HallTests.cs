using Microsoft.AspNetCore.Builder;
using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Polls;

/// <summary>Tests in a hall with people, on a server and a database of their own.</summary>
public abstract class HallTests(DatabaseKind kind) : IAsyncLifetime
{
    private Hall? hall;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Hall Hall => hall!;

    public virtual async ValueTask InitializeAsync() => hall = await Hall.OpenAsync(kind, Adjust);

    public virtual async ValueTask DisposeAsync()
    {
        if (hall is not null)
            await hall.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What this class of tests replaces: time, limits.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }
}
