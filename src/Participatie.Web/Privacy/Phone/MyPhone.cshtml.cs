using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Privacy.Phone;

/// <summary>What hangs on the phone that asks: to read, to take along, to throw away.</summary>
[ForResidents]
public sealed class MyPhoneModel(PhoneTraces traces, ErasePhone erase, IStringLocalizer<Texts> texts) : PageModel
{
    public const string Path = "/privacy/mijn-telefoon";

    public IReadOnlyList<PhoneTrace> Traces { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Traces = await traces.OfAsync(HttpContext, ct);
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return File(Encoding.UTF8.GetBytes(Json.Write(Traces.Select(trace => new { trace.Place, trace.Kind, trace.Text, trace.At }))), "application/json", "mijn-telefoon.json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Done = await erase.RunAsync(HttpContext, ct) ? texts["Het is weg, en het nummer van je telefoon ook."] : texts["Het is weg, op wat bij een bijeenkomst hoort die nog bezig is na."];
        return new SeeOther(Path);
    }

    public string Describe(PhoneTrace trace) => trace.Kind switch
    {
        TraceKind.Contribution => texts["Je schreef: {0}", trace.Text!],
        TraceKind.Support => texts["Je wilde dit ook: {0}", trace.Text!],
        TraceKind.Correction => texts["Je zei wat er niet klopt in het verslag: {0}", trace.Text!],
        TraceKind.Hand when trace.Text is { Length: > 0 } name => texts["Je stak je hand op. Je noemde jezelf {0}.", name],
        TraceKind.Hand => texts["Je stak je hand op."],
        _ => texts["Je gebruikte een stempas."].Value,
    };
}
