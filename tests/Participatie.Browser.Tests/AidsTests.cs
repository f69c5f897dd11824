using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A facilitator brings a photo and a recording; who reads with difficulty sees the one and hears the other.</summary>
public sealed class AidsTests : BrowserTests
{
    /// <summary>Stands in for the loudspeaker, which a machine for tests lacks: it writes down what it would play.</summary>
    private const string Loudspeaker =
        """
        window.played = [];
        HTMLMediaElement.prototype.play = function () { window.played.push(new URL(this.src).pathname); return Promise.resolve(); };
        """;

    [Fact]
    public async Task A_photo_is_made_small_and_a_recording_is_heard_before_the_voice_of_the_phone()
    {
        var meeting = await SmallMeeting.OpenAsync(Server, new SingleChoice(Majority.Ordinary), Neighbourhood.MeetingId);
        var samira = (await SignInAsync(Device.Laptop, "facilitator")).Page;
        await samira.GotoAsync($"/beheer/peilingen/{meeting.Poll}/plaatjes");
        var photo = await samira.ScreenshotAsync(new() { Type = ScreenshotType.Png }); // larger than may be kept
        await BringAsync(samira, "Plaatje", new() { Name = "ja.png", MimeType = "image/png", Buffer = photo });
        await samira.GetByLabel("Wat is er te zien?").First.FillAsync("Een duim omhoog");
        await samira.GetByRole(AriaRole.Button, new() { Name = "Plaatje bewaren" }).First.ClickAsync();
        await Expect(samira.GetByRole(AriaRole.Status)).ToHaveTextAsync("Het plaatje staat bij de keuze.");
        await BringAsync(samira, "Opname waarin iemand dit voorleest", new() { Name = "vraag.wav", MimeType = "audio/wav", Buffer = Silence() });
        await samira.GetByRole(AriaRole.Button, new() { Name = "Opname bewaren" }).First.ClickAsync();
        await CheckAsync(samira, "plaatjes-en-geluid");

        var anna = await OpenAsync(Device.Phone, "/");
        await anna.AddInitScriptAsync(Loudspeaker);
        var voice = await Voice.OfAsync(anna);
        await anna.GotoAsync($"/m/{meeting.Code}");
        await meeting.OpenPollAsync();
        await Expect(anna.GetByAltText("Een duim omhoog")).ToBeVisibleAsync();
        Assert.InRange(await anna.GetByAltText("Een duim omhoog").EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)"), 100, 320);
        await CheckAsync(anna, "telefoon-stemmen-met-plaatje");

        await anna.GetByRole(AriaRole.Button, new() { Name = "Lees voor" }).ClickAsync();
        Assert.StartsWith("/media/", Assert.Single(await anna.EvaluateAsync<string[]>("window.played")), StringComparison.Ordinal);
        await anna.GetByRole(AriaRole.Button, new() { Name = "Lees deze keuze voor: Nee" }).ClickAsync();
        Assert.Contains("nl: Nee", await voice.SaidAsync());

        var screen = await OpenAsync(Device.Projector, $"/m/{meeting.Code}/scherm");
        await Expect(screen.GetByAltText("Een duim omhoog")).ToBeVisibleAsync();
        await new Beamer(screen).AssertLegibleAsync("scherm-vraag-met-plaatje");
    }

    private static Task BringAsync(IPage page, string label, FilePayload file) => page.GetByLabel(label).First.SetInputFilesAsync(file);

    /// <summary>A tenth of a second of it, as a WAV file.</summary>
    private static byte[] Silence() =>
    [
        .. "RIFF"u8, 0x44, 0x03, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0,
        .. "data"u8, 0x20, 0x03, 0, 0, .. Enumerable.Repeat((byte)128, 800),
    ];
}
