using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Getting in, on a phone without scripts.</summary>
public sealed class JoiningTests() : HallTests(DatabaseKind.Sqlite), IAsyncLifetime
{
    private const int WrongPasses = 3;
    private const string Unknown = "Deze code kennen we niet.";
    private const string NoSuchPass = "ZZZZZZZZ";

    private Resident? anna;

    private Resident Anna => anna!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        anna = new Resident(Hall.Server);
    }

    public override async ValueTask DisposeAsync()
    {
        anna?.Dispose();
        await base.DisposeAsync();
    }

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.Configure<JoinOptions>(options => (options.WrongPassesPerMinute, options.WrongPassesAtMeeting) = (WrongPasses, WrongPasses));
        builder.Services.AddSingleton<IStartupFilter, BehindHttps>();
    }

    [Theory]
    [InlineData("10abcd")]
    [InlineData("  10 AB CD ")]
    [InlineData("10A-BCD")]
    [InlineData("IOabcd")]
    [InlineData("loABCD")]
    public async Task A_code_is_understood_however_it_is_typed(string typed)
    {
        var meeting = await Hall.Server.Db.AddMeetingAsync(DateTimeOffset.UnixEpoch, Ct);
        await Hall.Server.Db.ExecuteAsync("update meetings set code = '10ABCD' where id = @meeting", new { meeting }, Ct);

        await Anna.TypeCodeAsync(typed);

        Assert.Equal("/m/10ABCD", Anna.Phone.Path);
    }

    [Fact]
    public async Task A_pass_typed_in_its_two_groups_is_held_by_this_phone()
    {
        var pass = Hall.TakePass();

        await Anna.TypeCodeAsync(Codes.Spaced(pass).ToLowerInvariant());

        Assert.Equal($"/m/{Hall.Code}", Anna.Phone.Path);
        Assert.True(Anna.HoldsPass);
    }

    [Fact]
    public async Task Looking_at_the_link_of_a_pass_uses_nothing_up()
    {
        var pass = Hall.TakePass();

        await Anna.Phone.GetAsync($"/p/{pass}");
        Assert.Contains("Je stempas voor Het plein", Anna.Phone.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await AdmittedAsync());

        await Anna.Phone.SubmitAsync();
        Assert.Equal(1, await AdmittedAsync());
        Assert.Equal($"/m/{Hall.Code}", Anna.Phone.Path);
    }

    [Fact]
    public async Task A_pass_that_another_phone_holds_says_so_before_it_moves()
    {
        var pass = Hall.TakePass();
        using var bo = new Resident(Hall.Server);
        await bo.TypeCodeAsync(pass);

        await Anna.Phone.GetAsync($"/p/{pass}");
        Assert.Contains("wordt al gebruikt op een telefoon", Anna.Phone.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await Anna.Phone.SubmitAsync();
        await bo.LookAsync(Hall.Code);

        Assert.True(Anna.HoldsPass);
        Assert.False(bo.HoldsPass);
        Assert.Contains("Je stempas werkt niet meer op deze telefoon.", bo.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_of_a_pass_who_scans_it_again_reads_no_warning()
    {
        var pass = Hall.TakePass();
        await Anna.TypeCodeAsync(pass);

        await Anna.Phone.GetAsync($"/p/{pass}");

        Assert.Null(Anna.Phone.Page.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task The_link_of_an_unknown_pass_explains_itself()
    {
        await Anna.Phone.GetAsync($"/p/{NoSuchPass}");

        Assert.Contains(Unknown, Anna.Reads, StringComparison.Ordinal);
        Assert.NotNull(Anna.Phone.Page.QuerySelector("main a[href='/meedoen']"));
    }

    [Fact]
    public async Task A_pass_of_a_meeting_that_is_over_says_so_at_both_doors()
    {
        var pass = Hall.TakePass();
        await Hall.CloseMeetingAsync();

        await Anna.Phone.GetAsync($"/p/{pass}");
        Assert.Contains("een bijeenkomst die voorbij is", Anna.Reads, StringComparison.Ordinal);
        await Anna.TypeCodeAsync(pass);
        Assert.Contains("een bijeenkomst die voorbij is", Anna.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_is_explained_and_stays_in_its_field()
    {
        await Anna.TypeCodeAsync("qq-77-zz");

        Assert.StartsWith(Unknown, Anna.Problem, StringComparison.Ordinal);
        Assert.Equal("qq-77-zz", Anna.Phone.Page.QuerySelector("[name=code]")!.GetAttribute("value"));
        Assert.Equal("true", Anna.Phone.Page.QuerySelector("[name=code]")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("/m/ZZZZZZ")]
    [InlineData("/m/x")]
    [InlineData("/m/%C3%A9%0D%0A")]
    public async Task An_address_with_an_unknown_code_leads_to_the_door_with_an_explanation(string address)
    {
        await Anna.Phone.GetAsync(address);

        Assert.StartsWith("/meedoen", Anna.Phone.Path, StringComparison.Ordinal);
        Assert.StartsWith(Unknown, Anna.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_ten_million_letters_is_no_code()
    {
        await Anna.Phone.GetAsync("/meedoen");
        await Anna.Phone.PostAsync("/meedoen", ("code", new string('A', 10_000_000)));

        Assert.StartsWith(Unknown, Anna.Problem, StringComparison.Ordinal);
        Assert.Equal(Codes.LongestTyped, Anna.Phone.Page.QuerySelector("[name=code]")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task However_many_wrong_passes_are_tried_the_code_on_the_wall_opens_the_door()
    {
        await GuessAsync();

        await Anna.TypeCodeAsync(Hall.Code);

        Assert.Equal($"/m/{Hall.Code}", Anna.Phone.Path);
    }

    [Fact]
    public async Task After_many_wrong_passes_a_pass_is_good_together_with_the_code_on_the_wall()
    {
        var pass = Hall.TakePass();
        await GuessAsync();

        await Anna.TypeCodeAsync(pass);
        Assert.Contains("Vul daarom ook de code in die op het scherm in de zaal staat.", Anna.Problem, StringComparison.Ordinal);
        Assert.Equal(pass, Anna.Phone.Page.QuerySelector("[name=code]")!.GetAttribute("value"));
        Assert.Equal(0, await AdmittedAsync());

        await Anna.Phone.SubmitAsync(form => form.Type("bijeenkomst", Hall.Code));
        Assert.True(Anna.HoldsPass);
    }

    [Fact]
    public async Task After_many_wrong_passes_the_link_of_a_pass_asks_for_the_code_on_the_wall()
    {
        var pass = Hall.TakePass();
        await GuessAsync();

        await Anna.Phone.GetAsync($"/p/{pass}");
        Assert.DoesNotContain("Het plein", Anna.Phone.Source, StringComparison.Ordinal);
        await Anna.Phone.SubmitAsync(form => form.Type("bijeenkomst", Hall.Code));

        Assert.True(Anna.HoldsPass);
    }

    [Fact]
    public async Task After_many_wrong_passes_the_page_of_the_meeting_still_takes_a_pass()
    {
        await Hall.OpenPollAsync(binding: true);
        var pass = Hall.TakePass();
        await GuessAsync();

        await Anna.LookAsync(Hall.Code);
        await Anna.Phone.SubmitAsync(form => form.Type("code", pass), form: "section[data-state=NotEntitled] form");

        Assert.Equal("Vote", Anna.Sees);
    }

    [Fact]
    public async Task A_pass_with_the_code_of_another_meeting_is_not_a_pass()
    {
        var elsewhere = await Hall.Server.Db.AddMeetingAsync(DateTimeOffset.UnixEpoch, Ct);
        await Hall.Server.Db.ExecuteAsync("update meetings set code = 'ABCDEF' where id = @elsewhere", new { elsewhere }, Ct);
        var pass = Hall.TakePass();
        await Anna.Phone.GetAsync("/meedoen");

        await Anna.Phone.PostAsync("/meedoen", ("code", pass), ("bijeenkomst", "ABCDEF"));

        Assert.StartsWith(Unknown, Anna.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await AdmittedAsync());
    }

    [Fact]
    public async Task Right_passes_and_wrong_meeting_codes_do_not_count_as_guesses()
    {
        for (var time = 0; time <= WrongPasses; time++)
        {
            await Anna.TypeCodeAsync("ZZZZZZ");
            await Anna.LookAsync("ZZZZZZ");
            await Anna.TypeCodeAsync(Hall.TakePass());
            Assert.True(Anna.HoldsPass);
        }
    }

    [Fact]
    public async Task Whoever_has_a_pass_gets_a_turn_however_many_wrong_ones_are_tried_for_the_same_meeting()
    {
        using var guesser = new Resident(Hall.Server);
        await guesser.Phone.GetAsync("/meedoen");
        for (var guess = 0; guess < WrongPasses + 2; guess++)
            await guesser.Phone.PostAsync("/meedoen", ("code", NoSuchPass), ("bijeenkomst", Hall.Code));

        await Anna.Phone.GetAsync("/meedoen");
        await Anna.Phone.PostAsync("/meedoen", ("code", Hall.TakePass()), ("bijeenkomst", Hall.Code));

        Assert.True(Anna.HoldsPass);
        Assert.Equal(new WrongPasses(WrongPasses + 2, 0), Hall.Get<GuessLimit>().At(Hall.MeetingId));
    }

    [Fact]
    public async Task Guesses_for_one_meeting_take_turns_and_beyond_a_queue_are_refused()
    {
        using var limit = new GuessLimit(Options.Create(new JoinOptions { WrongPassesAtMeeting = 1 }), NullLogger<GuessLimit>.Instance);
        Assert.True(await limit.MayTryAsync(Hall.MeetingId, Ct));
        limit.Count(Hall.MeetingId);

        var tries = Enumerable.Range(0, 200).Select(_ => limit.MayTryAsync(Hall.MeetingId, Ct).AsTask()).ToList();

        Assert.True(await tries[0]);
        Assert.False(await tries[^1]);
        Assert.True(await limit.MayTryAsync(Guid.NewGuid(), Ct));
    }

    [Fact]
    public async Task The_facilitator_sees_that_somebody_guesses()
    {
        await GuessAsync();
        await Anna.Phone.GetAsync("/meedoen");
        await Anna.Phone.PostAsync("/meedoen", ("code", NoSuchPass), ("bijeenkomst", Hall.Code));

        using var facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        foreach (var page in new[] { $"/m/{Hall.Code}/leiden", $"/beheer/bijeenkomsten/{Hall.MeetingId}" })
        {
            await facilitator.GetAsync(page);
            Assert.Equal("Verkeerde stempassen: 1 bij deze bijeenkomst, 3 zonder bijeenkomst erbij.", facilitator.Page.QuerySelector("#verkeerd")!.TextContent);
        }
    }

    [Theory]
    [InlineData("AABBCC")]
    [InlineData("%3Cscript%3E")]
    public async Task A_made_up_cookie_is_just_a_new_phone(string cookie)
    {
        using var answer = await AskAsync($"deelnemer={cookie}", "http");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), IsParticipant);
    }

    [Fact]
    public async Task A_cookie_of_another_installation_is_just_a_new_phone()
    {
        await using var elsewhere = await Hall.OpenAsync(DatabaseKind.Sqlite);
        using var bo = new Resident(elsewhere.Server);
        await bo.LookAsync(elsewhere.Code);

        using var known = await AskAsync(bo.Phone.Cookies, "http");
        await Anna.LookAsync(Hall.Code);
        using var own = await AskAsync(Anna.Phone.Cookies, "http");

        Assert.Contains(known.Headers.GetValues("Set-Cookie"), IsParticipant);
        Assert.DoesNotContain(own.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], IsParticipant);
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_other_sites_and_where_possible_of_wires(string scheme, bool secure)
    {
        using var answer = await AskAsync(cookies: null, scheme);

        var cookies = answer.Headers.GetValues("Set-Cookie").Where(cookie => !cookie.Contains("=;", StringComparison.Ordinal)).ToList();
        Assert.Single(cookies, cookie => cookie.StartsWith(secure ? "__Host-deelnemer=" : "deelnemer=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    private static bool IsParticipant(string cookie) => cookie.StartsWith("deelnemer=", StringComparison.Ordinal);

    private async Task GuessAsync()
    {
        using var guesser = new Resident(Hall.Server);
        for (var guess = 0; guess < WrongPasses; guess++)
            await guesser.TypeCodeAsync(NoSuchPass);
    }

    private Task<int> AdmittedAsync() => Hall.Get<SnapshotReader>().CountAdmittedAsync(Hall.MeetingId, Ct);

    private async Task<HttpResponseMessage> AskAsync(string? cookies, string scheme)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Hall.Server.Address, $"/m/{Hall.Code}"));
        request.Headers.Add(BehindHttps.Header, scheme);
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        return await client.SendAsync(request, Ct);
    }

    /// <summary>Stands in for the proxy that ends HTTPS in front of the application.</summary>
    private sealed class BehindHttps : IStartupFilter
    {
        public const string Header = "X-Test-Scheme";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Request.Scheme = context.Request.Headers.TryGetValue(Header, out var scheme) ? scheme.ToString() : context.Request.Scheme;
                return following(context);
            });
            next(app);
        };
    }
}
