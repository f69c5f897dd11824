using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web.Data;
using Participatie.Web.Shared.Languages;

namespace Participatie.Testing.Demonstration;

/// <summary>Every page that the application has: a new one is among them by itself.</summary>
public static class DemoPages
{
    /// <summary>Pages that only take a form and send the reader on, that are an error, or that a link in a mail or on paper leads to.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } =
    [
        "/Polls/PollSteps", "/Contributions/ContributionSteps", "/Meetings/Queue/QueueSteps", "/Polls/VotePage", "/Shared/Errors/Error",
        "/Accounts/Invitations/FirstAdministrator", "/Accounts/Invitations/Welcome", "/Accounts/SigningIn/Code", "/Subscriptions/Confirm", "/Subscriptions/Stop", "/Meetings/Guests/GuestPage",
    ];

    /// <summary>All pages, with what their models say about them.</summary>
    public static async Task<IReadOnlyList<CompiledPageActionDescriptor>> AllAsync(TestServer server)
    {
        var loader = server.Services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var page in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().DistinctBy(page => page.ViewEnginePath))
            pages.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
        return pages;
    }

    /// <summary>Does it speak the language of its reader?</summary>
    public static bool IsForResidents(CompiledPageActionDescriptor page) =>
        new MemberInfo?[] { page.PageTypeInfo, page.ModelTypeInfo }.OfType<MemberInfo>().Any(type => type.IsDefined(typeof(ForResidentsAttribute)));

    /// <summary>Two versions of one meeting's minutes, to compare.</summary>
    public static async Task CorrectMinutesAsync(TestServer server, CancellationToken ct)
    {
        var (id, text) = (await server.Db.QueryAsync<Published>("select meeting_id, markdown from minutes_versions order by meeting_id", null, ct))[0];
        await ActivatorUtilities.CreateInstance<MinutesDesk>(server.Services, id).CorrectAsync(text + "\n\nEen zin erbij.\n", "Er kwam een zin bij.");
    }

    private sealed record Published(Guid MeetingId, string Markdown);
}
