using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.OpenData;

/// <summary>One kind of thing of which everybody may have all.</summary>
public abstract class Dataset
{
    /// <summary>The last part of its address.</summary>
    public abstract string Name { get; }

    /// <summary>One of it, in a word with its article.</summary>
    public abstract string One { get; }

    /// <summary>What is in it, for whoever reads the description of the API.</summary>
    public abstract string About { get; }

    /// <summary>How its items are numbered, as a part of a route.</summary>
    public virtual string IdPattern => "{id:guid}";

    public abstract IReadOnlyList<Filter> Filters { get; }

    /// <summary>An item as it might be.</summary>
    public abstract object Example(Addresses address);
}

/// <summary>The same, with what its items are.</summary>
public abstract class Dataset<T> : Dataset
    where T : class
{
    public abstract Task<long> CountAsync(Asked asked, CancellationToken ct);

    public abstract Task<IReadOnlyList<T>> ReadAsync(Asked asked, Addresses address, CancellationToken ct);

    public abstract Task<T?> FindAsync(string id, Addresses address, CancellationToken ct);
}

/// <summary>The same, with the row that an item is made of: one query, for a list and for one.</summary>
public abstract class Dataset<T, TRow>(DbDataSource db) : Dataset<T>
    where T : class
{
    protected DbDataSource Db => db;

    public override Task<long> CountAsync(Asked asked, CancellationToken ct) =>
        db.FindAsync<long>($"select count(*) {SourceSql} where {ListedSql}{asked.ConditionSql}", asked.Parameters(), ct);

    public override async Task<IReadOnlyList<T>> ReadAsync(Asked asked, Addresses address, CancellationToken ct)
    {
        var parameters = asked.Parameters();
        parameters.Add("count", asked.Count);
        parameters.Add("skip", asked.Skip);
        var rows = await db.QueryAsync<TRow>(
            $"select {ColumnsSql} {SourceSql} where {ListedSql}{asked.ConditionSql} order by {OrderSql} limit @count offset @skip", parameters, ct);
        return await ShowAsync(rows, address, ct);
    }

    public override async Task<T?> FindAsync(string id, Addresses address, CancellationToken ct)
    {
        var rows = await db.QueryAsync<TRow>($"select {ColumnsSql} {SourceSql} where {PublicSql} and {KeySql} = @id", new { id = ToKey(id) }, ct);
        return (await ShowAsync(rows, address, ct)).SingleOrDefault();
    }

    protected abstract string ColumnsSql { get; }

    /// <summary>From which tables.</summary>
    protected abstract string SourceSql { get; }

    /// <summary>The column that tells items apart.</summary>
    protected abstract string KeySql { get; }

    /// <summary>Always the same, or a reader who turns pages would miss something.</summary>
    protected abstract string OrderSql { get; }

    /// <summary>What everybody may see.</summary>
    protected virtual string PublicSql => "1 = 1";

    /// <summary>What of that stands in the list.</summary>
    protected virtual string ListedSql => PublicSql;

    /// <summary>The key as the database has it.</summary>
    protected virtual object ToKey(string id) => Guid.Parse(id);

    /// <summary>The rows as everybody gets them.</summary>
    protected abstract Task<IReadOnlyList<T>> ShowAsync(IReadOnlyList<TRow> rows, Addresses address, CancellationToken ct);
}
