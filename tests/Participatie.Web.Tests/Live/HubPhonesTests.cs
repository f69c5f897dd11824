using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participatie.Testing.Hub;

namespace Participatie.Web.Tests.Live;

/// <summary>The tests' own phones, tried on a hub that only echoes.</summary>
public sealed class HubPhonesTests : IAsyncLifetime
{
    private readonly WebApplication app = Build();

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_phone_gets_an_answer_and_every_phone_hears_the_news()
    {
        var phones = await HubPhones.SharedAsync();
        await using var anna = await phones.OpenAsync(Address, "deelnemer=anna", "Said");
        await using var bilal = await phones.OpenAsync(Address, "deelnemer=bilal", "Said");

        var answer = await anna.InvokeAsync("Say", "één", 7);

        Assert.Equal("anna said één", answer.GetString());
        Assert.Equal(7, (await bilal.HearAsync("Said")).Arguments[0].GetInt32());
        Assert.Equal(7, (await anna.HearAsync("Said", said => said.Arguments[0].GetInt32() > 6)).Arguments[0].GetInt32());
    }

    [Fact]
    public async Task A_hub_that_throws_is_heard()
    {
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(Address, cookies: null);

        await Assert.ThrowsAsync<HubRefusedException>(() => phone.InvokeAsync("NoSuchMethod"));
    }

    [Fact]
    public async Task A_hundred_phones_fit()
    {
        var phones = await HubPhones.SharedAsync();
        var hall = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => phones.OpenAsync(Address, cookies: null, "Said")));

        await hall[0].InvokeAsync("Say", "hi", 1);
        var heard = await Task.WhenAll(hall.Select(phone => phone.HearAsync("Said")));

        Assert.Equal(100, heard.Length);
        await Task.WhenAll(hall.Select(phone => phone.DisposeAsync().AsTask()));
    }

    private Uri Address => new(new Uri(app.Urls.First()), "/echo");

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var built = builder.Build();
        built.MapHub<EchoHub>("/echo", options => options.Transports = HttpTransportType.WebSockets);
        return built;
    }

    private sealed class EchoHub : Hub
    {
        public async Task<string> Say(string text, int number)
        {
            await Clients.All.SendAsync("Said", number);
            return $"{Context.GetHttpContext()!.Request.Cookies["deelnemer"]} said {text}";
        }
    }
}
