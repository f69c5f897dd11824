using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests;

/// <summary>The texts as the application says them, for what needs nothing else of it.</summary>
internal static class DutchTexts
{
    public static IStringLocalizer<Texts> Real { get; } = new StringLocalizer<Texts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
