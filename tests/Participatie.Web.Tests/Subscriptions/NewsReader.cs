using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Http;
using Participatie.Testing.Tools;
using Participatie.Web.Mailing;
using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Subscriptions;

/// <summary>Somebody who reads the news by mail.</summary>
internal sealed class NewsReader(TestServer server, Visitor visitor, string email)
{
    public async Task AskAsync(string page, Rhythm rhythm = Rhythm.AtOnce)
    {
        await visitor.GetAsync($"{SubscriptionPaths.Form}?van={page}");
        await visitor.SubmitAsync(form =>
        {
            form.Type("email", email);
            form.Pick("ritme", rhythm == Rhythm.AtOnce ? "direct" : "week");
        });
    }

    /// <summary>Opens the link of the mail that asks whether it is really them, and says yes.</summary>
    public async Task SayYesAsync()
    {
        await visitor.GetAsync(Assert.Single(await NewMailAsync()).LinkPath);
        await visitor.SubmitAsync();
        Assert.Equal(SubscriptionPaths.Done(DoneModel.Confirmed), visitor.Path);
    }

    /// <summary>What came since the last time that somebody looked, read and thrown away.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> NewMailAsync()
    {
        await server.Services.GetRequiredService<Postman>().RunAsync(TestContext.Current.CancellationToken);
        var mails = await ReceivedMail.AllOfAsync(server);
        if (Directory.Exists(server.Post))
            Directory.Delete(server.Post, recursive: true);
        return mails;
    }
}
