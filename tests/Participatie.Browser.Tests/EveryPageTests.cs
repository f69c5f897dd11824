using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Playwright;
using Participatie.Testing;
using Participatie.Testing.Demonstration;

namespace Participatie.Browser.Tests;

/// <summary>A walk past every page of the neighbourhood. Its pictures begin with <c>pagina-</c>.</summary>
public sealed class EveryPageTests : BrowserTests
{
    /// <summary>And the page without network, which leaves as soon as there is network; <see cref="WeakNetworkTests"/> holds it.</summary>
    private static readonly IReadOnlyList<string> Elsewhere = [.. DemoPages.Elsewhere, "/Meetings/Phone/Offline"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private readonly List<string> faults = [];

    private IReadOnlyList<CompiledPageActionDescriptor> pages = [];
    private DemoAddresses addresses = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoPages.CorrectMinutesAsync(Server, Ct);
        pages = await DemoPages.AllAsync(Server);
        addresses = await DemoAddresses.ReadAsync(Server.Db, Neighbourhood.Passes[^1], Ct);
    }

    [Fact]
    public async Task Every_page_fits_and_is_accessible_where_people_open_it()
    {
        var resident = await OpenAsync(Device.Phone, "/");
        await WalkAsync(resident, pages);

        var administrator = await SignInAsync(Device.Laptop, "administrator");
        await WalkAsync(administrator.Page, pages.Where(page => !DemoPages.IsForResidents(page) || !seen.Contains(page.ViewEnginePath)));

        Findings.AssertNone(faults.Concat(pages.Select(page => page.ViewEnginePath).Except(seen, StringComparer.Ordinal).Except(Elsewhere, StringComparer.Ordinal)
            .Select(page => $"{page} was not seen: is there an address of it in the demonstration?")));
    }

    /// <summary>Opens each page at the first address where it answers, to whom it answers.</summary>
    private async Task WalkAsync(IPage visitor, IEnumerable<CompiledPageActionDescriptor> path)
    {
        foreach (var page in path.ExceptBy(Elsewhere, page => page.ViewEnginePath, StringComparer.Ordinal))
        {
            if (await AnsweringAsync(visitor, addresses.Of(page.AttributeRouteInfo!.Template!)) is not { } address)
                continue;

            await visitor.GotoAsync(address);
            var name = $"pagina{page.ViewEnginePath.Replace('/', '-')}";
            if (seen.Add(page.ViewEnginePath))
                faults.AddRange(await LookAsync(visitor, name));
            else
                await KeepPictureAsync(visitor, $"{name}-{Device.Laptop.Name}");
        }
    }

    private static async Task<string?> AnsweringAsync(IPage visitor, IEnumerable<string> among)
    {
        foreach (var address in among)
        {
            var answer = await visitor.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
            if (answer.Ok)
                return address;
            if (answer.Status == (int)HttpStatusCode.Redirect)
                return null; // to sign in: at no address is it for this visitor
        }

        return null;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
