using System.Diagnostics;
using OpenTelemetry;

namespace Participatie.Web.Telemetry;

/// <summary>
/// Which requests leave a trace, and what stays in it. What is not named here does not leave the server: addresses of pages
/// hold the codes of meetings and passes, questions hold what somebody looks for, and browsers and networks point at people.
/// </summary>
public sealed class BareSpans : BaseProcessor<Activity>
{
    /// <summary>Nothing of the hall: a trace of a vote, of joining or of a connection says who was when where.</summary>
    private static readonly PathString[] Traced = ["/wijken", "/tafels", "/bijeenkomsten", "/verslagen", "/besluiten", "/zoeken", "/api", "/beheer"];

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "error.type",
    };

    public static bool Includes(HttpContext http) => http.Request.Path == "/" || Traced.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name))
                data.SetTag(name, null);
        }

        data.TraceStateString = null; // a visitor may have sent anything
    }
}
