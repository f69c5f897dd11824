using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Participatie.Web.Decisions;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Minutes;

/// <summary>Reads minutes without a whole server around it.</summary>
internal static class MinutesReading
{
    public static RecordReader Reader => new(DutchTexts.Real, Options.Create(new DecisionsOptions()));

    public static ReadMinutes New()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IStringLocalizer<Texts>>(DutchTexts.Real)
            .AddSingleton<RuleSentence>()
            .AddSingleton<OutcomeSentence>()
            .AddSingleton<ResultTables>()
            .AddSingleton<ChannelSentence>()
            .BuildServiceProvider();
        return new ReadMinutes(Reader, new AttachmentLinks(DutchTexts.Real), new RecordWords(DutchTexts.Real), new Fragments(services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance));
    }
}
