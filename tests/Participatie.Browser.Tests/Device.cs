using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>What somebody holds, or what stands in the hall.</summary>
/// <param name="Name">Its name in the files of screenshots.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Touch">Whether it is used with fingers.</param>
/// <param name="Scripts">Whether its browser runs JavaScript.</param>
public sealed record Device(string Name, int Width, int Height, bool Touch, bool Scripts = true)
{
    public static readonly Device Phone = new("phone", 360, 640, Touch: true);
    public static readonly Device Laptop = new("laptop", 1280, 800, Touch: false);
    public static readonly Device Projector = new("projector", 1920, 1080, Touch: false);

    public static IReadOnlyList<Device> All { get; } =
        [Phone, Phone.WithoutScripts(), Laptop, Laptop.WithoutScripts(), Projector, Projector.WithoutScripts()];

    public Device WithoutScripts() => this with { Name = $"{Name}-without-scripts", Scripts = false };

    public static Device Find(string name) => All.Single(device => string.Equals(device.Name, name, StringComparison.Ordinal));

    public BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.AbsoluteUri,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        HasTouch = Touch,
        IsMobile = Touch,
        JavaScriptEnabled = Scripts,
        Locale = "nl-NL",
        TimezoneId = "Europe/Amsterdam",
        ReducedMotion = ReducedMotion.Reduce,
    };
}
