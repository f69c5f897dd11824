using System.Net.Mail;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Mailing;

/// <summary>Sends what is in the outbox, and tries again for some days when the mail server does not take it.</summary>
public sealed class Postman(Outbox outbox, IOptions<MailOptions> options, TimeProvider clock, ILogger<Postman> log)
    : RecurringWork(options.Value.CheckEvery, clock, log)
{
    private static readonly TimeSpan KeepTrying = TimeSpan.FromDays(3);

    /// <summary>Sends all that is due now.</summary>
    public override async Task RunAsync(CancellationToken ct)
    {
        while (await outbox.DueAsync(ct) is { Count: > 0 } due)
        {
            using var courier = new Courier(options.Value);
            foreach (var mail in due.Where(outbox.Take))
                await BringAsync(courier, mail, ct);
        }
    }

    private async Task BringAsync(Courier courier, OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            await courier.BringAsync(mail.Id, mail.Mail, ct);
            outbox.Remove(mail.Id);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The fault's own words may hold the address, so they stay out of the log.
            var status = fault is SmtpException smtp ? smtp.StatusCode.ToString() : fault.GetType().Name;
            if (IsForGood(fault) || Clock.GetUtcNow() - mail.WrittenAt >= KeepTrying)
            {
                outbox.Remove(mail.Id);
                PostmanLog.GivenUp(Log, status);
            }
            else
            {
                PostmanLog.NotSent(Log, status);
            }
        }
    }

    private static bool IsForGood(Exception fault) => fault is SmtpFailedRecipientException
    {
        StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath,
    };
}

internal static partial class PostmanLog
{
    [LoggerMessage(LogLevel.Warning, "A mail could not be sent ({Status}); it is tried again later")]
    public static partial void NotSent(ILogger log, string status);

    [LoggerMessage(LogLevel.Error, "A mail could not be sent ({Status}) and is given up")]
    public static partial void GivenUp(ILogger log, string status);
}
