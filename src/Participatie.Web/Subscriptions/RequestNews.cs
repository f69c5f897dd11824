using System.Data.Common;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;
using Participatie.Web.Mailing;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>
/// Asks the owner of an address whether they want news: a subscription counts only when they say so. Whoever asks is
/// never told whether the address is known here.
/// </summary>
public sealed class RequestNews(
    DbDataSource db, Outbox outbox, InstallationSecrets secrets, PublicAddress address, IStringLocalizer<Texts> texts, IOptions<SubscriptionsOptions> options, TimeProvider clock)
{
    /// <summary>Takes a request.</summary>
    /// <returns>False when so many people ask at once that it has to wait. A request that a limit of its own stops is taken too, and sends no mail.</returns>
    public async Task<bool> RunAsync(string email, FeedOwner owner, Rhythm rhythm, CancellationToken ct)
    {
        var (now, limits) = (clock.GetUtcNow(), options.Value);
        var request = new
        {
            id = Guid.NewGuid(),
            email = email.ToLowerInvariant(),
            page = owner.Path,
            rhythm = rhythm.Stored(),
            now,
            pauseAgo = now - limits.PauseBetweenRequests,
            hourAgo = now - TimeSpan.FromHours(1),
            limits.MostRequests,
            limits.MostPerAddress,
            limits.MostPerHour,
        };
        var key = await LinkKey.OfAsync(secrets, ct);
        return await db.TransactAsync(
            async tx =>
            {
                if (await tx.FindAsync<long>(RecentSql, request, ct) >= limits.MostPerHour)
                    return false;
                if (await tx.FindAsync<Guid?>(RequestSql, request, ct) is { } id)
                    await outbox.PutAsync(tx, Write(request.email, key.Write(id, rhythm.Confirmation()), owner, rhythm), ct);
                return true;
            },
            ct);
    }

    private const string RecentSql = "select count(*) from subscriptions where confirmed_at is null and asked_at > @hourAgo";

    private const string RequestSql =
        """
        insert into subscriptions (id, email, page, rhythm, asked_at, times_asked, told_until)
        select @id, @email, @page, @rhythm, @now, 1, @now
        where  (select count(*) from subscriptions where email = @email and confirmed_at is null and page <> @page) < @MostPerAddress
        on conflict (email, page) do update
        set    asked_at = @now, times_asked = subscriptions.times_asked + 1
        where  subscriptions.asked_at < @pauseAgo and subscriptions.times_asked < @MostRequests
        returning id
        """;

    private Mail Write(string email, string link, FeedOwner owner, Rhythm rhythm)
    {
        var name = owner.NameIn(texts);
        string[] paragraphs =
        [
            texts["Beste lezer,"],
            rhythm == Rhythm.AtOnce
                ? texts["Iemand vroeg om nieuws van {0} op dit e-mailadres, zodra er nieuws is.", name]
                : texts["Iemand vroeg om nieuws van {0} op dit e-mailadres, elke maandag.", name],
            texts["Was jij dat? Open dan deze link en kies Ja:"],
            address.Of(SubscriptionPaths.Confirm(link)),
            texts["Was jij dat niet? Dan hoef je niets te doen. Je krijgt dan geen berichten, en na {0} dagen is je adres hier weg.", options.Value.ConfirmWithin.TotalDays],
        ];
        return new Mail(email, texts["Wil je nieuws van {0}?", name], string.Join("\n\n", paragraphs) + "\n");
    }
}
