using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Mailing;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>
/// Writes to everybody who has not heard the newest, each in their own rhythm, and forgets requests that nobody confirmed.
/// What was told and the mail that tells it are one transaction: nobody misses news, and of two nodes one writes.
/// </summary>
public sealed class SendNews(
    DbDataSource db, SubscriptionStore subscriptions, FeedOwners owners, NewsDesk desk, NewsMail writer, Outbox outbox, InstallationSecrets secrets,
    IOptions<MailOptions> mailing, IOptions<SubscriptionsOptions> options, TimeProvider clock, ILogger<SendNews> log)
    : RecurringWork(mailing.Value.CheckEvery, clock, log)
{
    public override async Task RunAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        foreach (var rhythm in Enum.GetValues<Rhythm>())
        {
            var until = rhythm.TellsUntil(now);
            if (await desk.LastAsync(until, ct) is not { } last || await subscriptions.PagesAsync(rhythm, last, ct) is not { Count: > 0 } pages)
                continue;

            foreach (var page in pages)
                await TellAsync(page, rhythm, until, ct);
            subscriptions.TellRest(rhythm, last, until);
        }

        db.Transact(tx => tx.Execute(ForgetSql, new { tooOld = now - options.Value.ConfirmWithin }));
    }

    private const string ForgetSql = "delete from subscriptions where confirmed_at is null and asked_at < @tooOld";

    private async Task TellAsync(string page, Rhythm rhythm, DateTimeOffset until, CancellationToken ct)
    {
        if (await owners.FindAsync(page, ct) is not { } owner)
            return;

        var news = (await desk.NewestAsync(owner, ct)).Where(item => item.At <= until).ToList();
        if (news.Count == 0)
            return;

        var key = await LinkKey.OfAsync(secrets, ct);
        foreach (var reader in await subscriptions.UntoldAsync(page, rhythm, news.Max(item => item.At), ct))
        {
            var mail = writer.Write(reader.Email, owner, rhythm, [.. news.Where(item => item.At > reader.ToldUntil)], key.Write(reader.Id, LinkPurpose.Stop));
            await db.TransactAsync(
                async tx =>
                {
                    if (await SubscriptionStore.TellAsync(tx, reader, until, ct))
                        await outbox.PutAsync(tx, mail, ct);
                    return true;
                },
                ct);
        }
    }
}
