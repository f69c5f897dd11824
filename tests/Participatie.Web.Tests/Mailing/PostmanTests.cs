using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Tools;
using Participatie.Web.Data;
using Participatie.Web.Mailing;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Mailing;

/// <summary>Mail that goes out through a real mail server, which does not always want it.</summary>
public sealed class PostmanTests() : ServerTests(DatabaseKind.Sqlite)
{
    private readonly TestClock clock = new();
    private MailServer mails = null!;

    public override async ValueTask InitializeAsync()
    {
        mails = await MailServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await mails.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = mails.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Tls"] = "false",
            ["Mail:UserName"] = "participatie",
            ["Mail:Password"] = MailServer.Password,
            ["Mail:From"] = "wijktafel@voorbeeld.nl",
            [PublicAddress.Key] = "https://participatie.voorbeeld.nl",
        });
    }

    [Fact]
    public async Task A_mail_arrives_as_it_was_written_and_is_kept_nowhere()
    {
        await PutAsync("fatma@voorbeeld.nl", "Één besluit: ‘ja’", "Beste lezer,\n\n.\nDat was een punt.\n");

        await RunAsync();

        var mail = await mails.NextAsync();
        Assert.Equal(("fatma@voorbeeld.nl", "wijktafel@voorbeeld.nl", "Één besluit: ‘ja’", "participatie"), (mail.To, mail.From, mail.Subject, mail.User));
        Assert.Equal("Beste lezer,\n\n.\nDat was een punt.", mail.Text.Trim());
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task What_the_server_has_no_room_for_is_tried_again_later_and_given_up_after_three_days()
    {
        await PutAsync("later@voorbeeld.nl");
        await RunAsync();
        await RunAsync();
        Assert.Equal(1, await Server.Db.FindAsync<int>("select attempts from outgoing_mails", null, Ct));

        clock.Pass(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal(2, await Server.Db.FindAsync<int>("select attempts from outgoing_mails", null, Ct));

        clock.Pass(TimeSpan.FromDays(3));
        await RunAsync();
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Who_is_gone_does_not_keep_others_from_their_mail()
    {
        await PutAsync("weg@voorbeeld.nl");
        await PutAsync("later@voorbeeld.nl");
        await PutAsync("fatma@voorbeeld.nl");

        await RunAsync();

        Assert.Equal("fatma@voorbeeld.nl", (await mails.NextAsync()).To);
        Assert.Equal(["later@voorbeeld.nl"], await Server.Db.QueryAsync<string>("select recipient from outgoing_mails", null, Ct));
    }

    [Fact]
    public async Task A_line_in_a_subject_adds_no_header()
    {
        await PutAsync("fatma@voorbeeld.nl", "Besluit\r\nBcc: piet@voorbeeld.nl");

        await RunAsync();

        Assert.Equal("Besluit Bcc: piet@voorbeeld.nl", (await mails.NextAsync()).Subject);
    }

    [Fact]
    public async Task A_mail_server_without_an_address_for_the_links_is_a_fault_at_the_start()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var server = await TestServer.StartAsync(DatabaseKind.Sqlite, builder => builder.Configuration["Mail:Host"] = "127.0.0.1");
        });

        Assert.Contains(PublicAddress.Key, fault.Message, StringComparison.Ordinal);
    }

    private Task<bool> PutAsync(string to, string subject = "Nieuws", string text = "Er is nieuws.") => Server.Db.TransactAsync(
        async tx =>
        {
            await Server.Services.GetRequiredService<Outbox>().PutAsync(tx, new Mail(to, subject, text), Ct);
            return true;
        },
        Ct);

    private Task RunAsync() => Server.Services.GetRequiredService<Postman>().RunAsync(Ct);

    private Task<long> WaitingAsync() => Server.Db.FindAsync<long>("select count(*) from outgoing_mails", null, Ct);
}
