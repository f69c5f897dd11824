using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participatie.Testing;

namespace Participatie.Browser.Tests;

/// <summary>The pictures of real screens on the help pages; <c>tests/pictures.sh</c> takes them along from here.</summary>
internal sealed partial class Pictures
{
    private const string Folder = "artifacts/help";
    private const string Pages = "src/Participatie.Web/Help";

    /// <summary>In bytes: a page of them is read on a phone.</summary>
    private const int Largest = 40 * 1024;

    /// <summary>Of WebP; the best that is small enough is taken.</summary>
    private static readonly int[] Qualities = [80, 60, 40, 20, 10];

    private readonly SortedSet<string> made = new(StringComparer.Ordinal);

    public Pictures() => Directory.CreateDirectory(Repository.File(Folder));

    /// <summary>What was made, and of which screen.</summary>
    public IEnumerable<string> Made => made;

    /// <summary>What the help pages show, and of which screen.</summary>
    public static IEnumerable<string> Named => Directory.EnumerateFiles(Repository.File(Pages), "*.cshtml")
        .SelectMany(page => Picture().Matches(File.ReadAllText(page)))
        .Select(picture => NameOf(picture.Groups["name"].Value, picture.Groups["screen"].Value))
        .Order(StringComparer.Ordinal);

    /// <summary>Takes what a screen shows now.</summary>
    public async Task TakeAsync(IPage page, Device device, string name)
    {
        await File.WriteAllBytesAsync(Repository.File($"{Folder}/{name}.webp"), await DrawAsync(page, name), TestContext.Current.CancellationToken);
        Assert.True(made.Add(NameOf(name, device.Name)), $"{name} was made before.");
    }

    /// <summary>Playwright itself writes PNG and JPEG, which are three times as large.</summary>
    private static async Task<byte[]> DrawAsync(IPage page, string name)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await page.DrawAsync();
        foreach (var quality in Qualities)
        {
            var answer = await devtools.SendAsync("Page.captureScreenshot", new Dictionary<string, object>(StringComparer.Ordinal) { ["format"] = "webp", ["quality"] = quality });
            var picture = answer!.Value.GetProperty("data").GetBytesFromBase64();
            if (picture.Length <= Largest)
                return picture;
        }

        throw new InvalidOperationException($"{name} is too much for {Largest} bytes.");
    }

    private static string NameOf(string name, string screen) => $"{name} on a {screen.ToLowerInvariant()}";

    [GeneratedRegex("<help-picture name=\"(?<name>[^\"]+)\" on=\"(?<screen>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Picture();
}
