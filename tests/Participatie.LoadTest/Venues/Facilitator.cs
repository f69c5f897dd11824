using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Participatie.Web.Demonstration;

namespace Participatie.LoadTest.Venues;

/// <summary>Leads the meeting through the pages that a facilitator uses.</summary>
internal sealed partial class Facilitator(Uri address, DemoSummary demo) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    private string token = "";
    private string item = "";

    private string Console => $"/m/{demo.MeetingCode}/leiden";

    public async Task SignInAsync(CancellationToken ct)
    {
        var account = demo.Staff.First(account => string.Equals(account.Role, "facilitator", StringComparison.Ordinal));
        await OpenAsync("/inloggen", ct);
        await PostAsync("/inloggen", ct, ("email", account.Email), ("password", account.Password));
        item = Item().Match(await OpenAsync($"/beheer/bijeenkomsten/{demo.MeetingId}", ct)).Groups["item"].Value;
        if (item.Length == 0)
            throw new LoadTestFault("The facilitator could not sign in, or the meeting has no agenda.");
    }

    /// <summary>Adds a binding, secret yes-or-no question to the agenda and returns its id.</summary>
    public async Task<Guid> AddPollAsync(string question, CancellationToken ct)
    {
        var before = (await PollsAsync(ct)).ToHashSet();
        await PostAsync(
            $"/beheer/punten/{item}/peilingen", ct, ("Input.Question", question), ("Input.Method", "yesNoAbstain"), ("Input.MaxChoices", "1"), ("Input.Binding", "true"), ("Input.Secret", "true"));
        return (await PollsAsync(ct)).Single(poll => !before.Contains(poll));
    }

    /// <summary>Presses a button of the console: open, close or release.</summary>
    public Task StepAsync(Guid pollId, string step, CancellationToken ct) => PostAsync($"/m/{demo.MeetingCode}/peilingen/{pollId}/{step}", ct);

    public void Dispose() => http.Dispose();

    private async Task<IEnumerable<Guid>> PollsAsync(CancellationToken ct) =>
        Poll().Matches(await OpenAsync($"/beheer/bijeenkomsten/{demo.MeetingId}", ct))
            .Select(match => Guid.Parse(match.Groups["poll"].Value, CultureInfo.InvariantCulture));

    private async Task<string> OpenAsync(string path, CancellationToken ct)
    {
        var html = await http.GetStringAsync(path, ct);
        token = Token().Match(html).Groups["token"].Value;
        return html;
    }

    private async Task PostAsync(string path, CancellationToken ct, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append((TokenField, token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await http.PostAsync(path, form, ct);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"{path} answered with {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("/beheer/punten/(?<item>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex("/beheer/punten/[0-9a-f-]{36}/peilingen/(?<poll>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Poll();

    [GeneratedRegex(@"name=""__RequestVerificationToken"" type=""hidden"" value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
