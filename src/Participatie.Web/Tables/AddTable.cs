using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Tables;

public enum AddTableOutcome
{
    Added,
    NameMissing,
    NameTooLong,
    NameTaken,
    AreaUnknown,
}

/// <summary>Gives an area a new table. Its address comes from its name.</summary>
public sealed class AddTable(TableStore store)
{
    public const int LongestName = 100;

    public async Task<AddTableOutcome> RunAsync(string? name, TableKind kind, string? area, CancellationToken ct)
    {
        var trimmed = (name ?? "").Trim();
        var slug = Slug.From(trimmed);
        if (slug.Length == 0)
            return AddTableOutcome.NameMissing;
        if (trimmed.Length > LongestName)
            return AddTableOutcome.NameTooLong;
        if (area is null || !await store.HasAreaAsync(area, ct))
            return AddTableOutcome.AreaUnknown;

        return await store.AddAsync(RowKey.New(), slug, trimmed, kind, area, ct) ? AddTableOutcome.Added : AddTableOutcome.NameTaken;
    }
}
