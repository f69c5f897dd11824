using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Subscriptions;

/// <summary>A subscription as its owner sees it.</summary>
/// <param name="Page">The path of the page whose news it brings; empty for all tables.</param>
/// <param name="Others">How many more go to the same address.</param>
public sealed record SubscriptionRow(Guid Id, string Page, long Others);

/// <summary>Somebody who has not heard all.</summary>
/// <param name="ToldUntil">News of up to this moment went out.</param>
public sealed record ReaderRow(Guid Id, string Email, DateTimeOffset ToldUntil);

/// <summary>Who wants news by mail.</summary>
public sealed class SubscriptionStore(DbDataSource db)
{
    public Task<SubscriptionRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<SubscriptionRow>(FindSql, new { id }, ct);

    private const string FindSql =
        """
        select s.id, s.page,
               (select count(*) from subscriptions other where other.email = s.email and other.id <> s.id and other.confirmed_at is not null) as others
        from   subscriptions s
        where  s.id = @id
        """;

    /// <summary>The pages with followers who have not heard what happened at a moment, if it concerns them.</summary>
    public Task<IReadOnlyList<string>> PagesAsync(Rhythm rhythm, DateTimeOffset moment, CancellationToken ct) =>
        db.QueryAsync<string>(PagesSql, new { rhythm = rhythm.Stored(), moment }, ct);

    private const string PagesSql =
        "select distinct page from subscriptions where confirmed_at is not null and rhythm = @rhythm and told_until < @moment";

    /// <summary>Who follows a page and has not heard what happened at a moment.</summary>
    public Task<IReadOnlyList<ReaderRow>> UntoldAsync(string page, Rhythm rhythm, DateTimeOffset moment, CancellationToken ct) =>
        db.QueryAsync<ReaderRow>(UntoldSql, new { page, rhythm = rhythm.Stored(), moment }, ct);

    private const string UntoldSql =
        """
        select id, email, told_until
        from   subscriptions
        where  confirmed_at is not null and page = @page and rhythm = @rhythm and told_until < @moment
        """;

    /// <summary>Notes that somebody hears it now; false when another node was first, or the reader is gone.</summary>
    public static async Task<bool> TellAsync(DbTransaction tx, ReaderRow reader, DateTimeOffset until, CancellationToken ct) =>
        await tx.ExecuteAsync(TellSql, new { reader.Id, reader.ToldUntil, until }, ct) > 0;

    /// <summary>Notes that what happened until a moment concerned nobody who has not heard it.</summary>
    /// <remarks>This is not public: it makes no new edition of what is.</remarks>
    public void TellRest(Rhythm rhythm, DateTimeOffset moment, DateTimeOffset until) =>
        db.Transact(tx => tx.Execute(TellRestSql, new { rhythm = rhythm.Stored(), moment, until }));

    private const string TellRestSql = "update subscriptions set told_until = @until where confirmed_at is not null and rhythm = @rhythm and told_until < @moment";

    private const string TellSql = "update subscriptions set told_until = @until where id = @Id and told_until = @ToldUntil";
}
