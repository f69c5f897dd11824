using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Mailing;

/// <summary>A mail that still has to go out.</summary>
/// <param name="Attempts">How often that was tried.</param>
public sealed record OutgoingMail(Guid Id, string Recipient, string Subject, string Body, string? StopLink, DateTimeOffset WrittenAt, int Attempts)
{
    public Mail Mail => new(Recipient, Subject, Body, StopLink);
}

/// <summary>
/// The mail that still has to go out. It is put there in the transaction of the deed that it tells of, so no deed goes
/// without its mail, and no page waits for a mail server.
/// </summary>
public sealed class Outbox(DbDataSource db, TimeProvider clock)
{
    private const int Handful = 50;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public Task PutAsync(DbTransaction tx, Mail mail, CancellationToken ct) =>
        tx.ExecuteAsync(PutSql, new { id = RowKey.New(), mail.To, mail.Subject, mail.Text, mail.StopLink, now = clock.GetUtcNow() }, ct);

    private const string PutSql =
        """
        insert into outgoing_mails (id, recipient, subject, body, stop_link, written_at, attempts, due_at)
        values (@id, @To, @Subject, @Text, @StopLink, @now, 0, @now)
        """;

    /// <summary>Some of what is due, what waited longest first.</summary>
    public Task<IReadOnlyList<OutgoingMail>> DueAsync(CancellationToken ct) =>
        db.QueryAsync<OutgoingMail>(DueSql, new { now = clock.GetUtcNow(), Handful }, ct);

    private const string DueSql =
        """
        select   id, recipient, subject, body, stop_link, written_at, attempts
        from     outgoing_mails
        where    due_at <= @now
        order by due_at, id
        limit    @Handful
        """;

    /// <summary>
    /// Takes a mail for one attempt; of several nodes one gets it. It is due again after a pause that doubles each time,
    /// unless it is removed before.
    /// </summary>
    /// <remarks>Mail is not public: this makes no new edition of what is.</remarks>
    public bool Take(OutgoingMail mail)
    {
        var dueAt = clock.GetUtcNow() + Pause(mail.Attempts);
        return db.Transact(tx => tx.Execute(TakeSql, new { mail.Id, mail.Attempts, dueAt })) > 0;
    }

    private const string TakeSql = "update outgoing_mails set attempts = attempts + 1, due_at = @dueAt where id = @Id and attempts = @Attempts";

    public void Remove(Guid id) => db.Transact(tx => tx.Execute("delete from outgoing_mails where id = @id", new { id }));

    private static TimeSpan Pause(int attempts)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(attempts, 10));
        return doubled < LongestPause ? doubled : LongestPause;
    }
}
