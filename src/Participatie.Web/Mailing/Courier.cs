using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Participatie.Web.Mailing;

/// <summary>Brings mail to the mail server, or to the folder where there is none. Mails that go together share a connection.</summary>
public sealed class Courier : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SmtpClient smtp;
    private readonly MailAddress from;

    public Courier(MailOptions options)
    {
        from = new MailAddress(options.From, "Participatie");
        smtp = options.IsSent ? ToServer(options) : ToFolder(options.Folder);
    }

    private static SmtpClient ToServer(MailOptions options) => new(options.Host, options.Port)
    {
        EnableSsl = options.Tls,
        Credentials = options.UserName is { Length: > 0 } user ? new NetworkCredential(user, options.Password) : null,
    };

    private static SmtpClient ToFolder(string folder) => new()
    {
        DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
        PickupDirectoryLocation = Directory.CreateDirectory(folder).FullName,
    };

    /// <summary>Brings one mail.</summary>
    /// <param name="id">Stays the same when it is tried again, so that who gets it twice sees it once.</param>
    /// <exception cref="SmtpException">It was not taken.</exception>
    public async Task BringAsync(Guid id, Mail mail, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var message = Write(id, mail);
        await smtp.SendMailAsync(message, patience.Token);
    }

    private MailMessage Write(Guid id, Mail mail)
    {
        var message = new MailMessage(from, new MailAddress(mail.To))
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // so that nobody's holiday answers it
        if (mail.StopLink is { } stop)
        {
            // One click in the reader's own mail program (RFC 8058).
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    public void Dispose() => smtp.Dispose();
}
