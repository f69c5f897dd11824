using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A facilitator puts an agenda in order: with a finger or a mouse, with the keyboard, and without scripts.</summary>
public sealed class AgendaOrderTests : BrowserTests
{
    private static readonly Device Tablet = new("tablet", 1024, 768, Touch: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_is_dragged_to_its_place_and_the_order_is_kept(bool touch)
    {
        var page = await PrepareAsync(touch ? Tablet : Device.Laptop, $"Slepen, met vinger: {touch}");
        await CheckAsync(page, "agenda-slepen");
        await page.EvaluateAsync("() => window.same = true");

        await DragAsync(page, "Bankjes", below: "Licht", touch);

        await Expect(Note(page)).ToHaveTextAsync("Bankjes staat nu op plaats 3.");
        await ExpectOrderAsync(page, "1. Groen", "2. Licht", "3. Bankjes");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        await AssertAccessibleAsync(page);
        await page.ReloadAsync();
        await ExpectOrderAsync(page, "1. Groen", "2. Licht", "3. Bankjes");
    }

    [Fact]
    public async Task The_handle_is_large_enough_for_a_finger_on_a_phone_too()
    {
        var page = await PrepareAsync(Device.Phone, "Slepen op een telefoon");

        var box = (await page.Locator(".handle").First.BoundingBoxAsync())!;

        Assert.True(box is { Width: >= 44, Height: >= 44 }, $"{box.Width} x {box.Height}");
        await CheckAsync(page, "agenda-slepen");
    }

    [Fact]
    public async Task When_the_order_cannot_be_kept_the_old_one_comes_back_and_a_sentence_says_so()
    {
        var page = await PrepareAsync(Device.Laptop, "Slepen zonder internet");
        await page.RouteAsync("**/*handler=Move", route => route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));
        Complaints.ExpectRefusal(new Uri(page.Url).AbsolutePath);

        await DragAsync(page, "Bankjes", below: "Licht");

        await Expect(Note(page)).ToContainTextAsync("De volgorde is niet bewaard.");
        await ExpectOrderAsync(page, "1. Bankjes", "2. Groen", "3. Licht");
    }

    [Fact]
    public async Task An_item_that_is_let_go_with_escape_stays_where_it_was()
    {
        var page = await PrepareAsync(Device.Laptop, "Toch niet slepen");
        var pointer = await HoldAsync(page, "Bankjes", below: "Licht");

        await page.Keyboard.PressAsync("Escape");
        await pointer.LetGoAsync();

        await Expect(page.Locator(".dragging")).ToHaveCountAsync(0);
        await ExpectOrderAsync(page, "1. Bankjes", "2. Groen", "3. Licht");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_the_keyboard_an_item_goes_down_twice_and_the_focus_goes_with_it(bool scripts)
    {
        var page = await PrepareAsync(scripts ? Device.Laptop : Device.Laptop.WithoutScripts(), $"Met het toetsenbord, scripts: {scripts}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Omlaag Bankjes" }).PressAsync("Enter");
        await Expect(Note(page)).ToHaveTextAsync("Bankjes staat nu op plaats 2.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Omlaag Bankjes" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Note(page)).ToHaveTextAsync("Bankjes staat nu op plaats 3.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Omhoog Bankjes" })).ToBeFocusedAsync();
        await ExpectOrderAsync(page, "1. Groen", "2. Licht", "3. Bankjes");
    }

    /// <summary>A meeting of three items, on its page.</summary>
    private async Task<IPage> PrepareAsync(Device device, string title)
    {
        var samira = await SignInAsync(device, "facilitator");
        await samira.PlanMeetingAsync(title);
        foreach (var item in (string[])["Bankjes", "Groen", "Licht"])
            await samira.AddItemAsync(item, "");
        return samira.Page;
    }

    private static async Task DragAsync(IPage page, string item, string below, bool touch = false)
    {
        var pointer = await HoldAsync(page, item, below, touch);
        await pointer.LetGoAsync();
    }

    /// <summary>Takes an item by its handle and holds it below another, at the edge of the window if need be: the page scrolls along.</summary>
    private static async Task<Pointer> HoldAsync(IPage page, string item, string below, bool touch = false)
    {
        var handle = Card(page, item).Locator(".handle");
        await handle.ScrollIntoViewIfNeededAsync();
        var from = (await handle.BoundingBoxAsync())!;
        var to = (await Card(page, below).BoundingBoxAsync())!;
        var pointer = new Pointer(page, touch ? await page.Context.NewCDPSessionAsync(page) : null);
        await pointer.TakeAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await pointer.MoveAsync(from.X + (from.Width / 2), Math.Min(to.Y + (to.Height * 0.9f), page.ViewportSize!.Height - 10));
        await Expect(Card(page, below)).ToContainClassAsync("drop-after");
        return pointer;
    }

    private static ILocator Card(IPage page, string item) => page.Locator("li[data-item]", new() { HasText = item });

    private static ILocator Note(IPage page) => page.Locator("[data-agenda-note]");

    private static Task ExpectOrderAsync(IPage page, params string[] order) => Expect(page.Locator("li[data-item] h3")).ToHaveTextAsync(order);

    /// <summary>A mouse, or a finger where there is a session to send its touches through.</summary>
    private sealed class Pointer(IPage page, ICDPSession? finger)
    {
        public Task TakeAsync(float x, float y) => finger is null ? PressAsync(x, y) : TouchAsync("touchStart", x, y);

        public async Task MoveAsync(float x, float y)
        {
            if (finger is null)
                await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
            else
                await TouchAsync("touchMove", x, y);
        }

        public Task LetGoAsync() => finger is null ? page.Mouse.UpAsync() : TouchAsync("touchEnd");

        private async Task PressAsync(float x, float y)
        {
            await page.Mouse.MoveAsync(x, y);
            await page.Mouse.DownAsync();
        }

        private async Task TouchAsync(string type, params float[] place) => await finger!.SendAsync(
            "Input.dispatchTouchEvent",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["touchPoints"] = place is [var x, var y] ? new[] { new { x, y } } : [],
            });
    }
}
