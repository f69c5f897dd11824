using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;

namespace Participatie.Web.Data;

/// <summary>Random 32-byte keys of this installation, each made once, by whichever node asks first.</summary>
public sealed class InstallationSecrets(DbDataSource db)
{
    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);

    public async ValueTask<byte[]> GetAsync(string name, CancellationToken ct)
    {
        if (known.TryGetValue(name, out var value))
            return value;

        await db.ExecuteAsync(
            "insert into secrets (name, value) values (@name, @candidate) on conflict (name) do nothing",
            new { name, candidate = RandomNumberGenerator.GetBytes(32) },
            ct);
        value = await db.FindAsync<byte[]>("select value from secrets where name = @name", new { name }, ct);
        return known.GetOrAdd(name, value!);
    }
}
