using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Tests.Accounts;

public abstract class SessionTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Email = "ada@example.org";

    private readonly TestClock clock = new();
    private Office? office;
    private Visitor? ada;

    private Office Office => office!;

    private Visitor Ada => ada!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(kind, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        ada = office.NewVisitor();
        await office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        await ada.SignInAsync(Email, Office.Password);
    }

    public async ValueTask DisposeAsync()
    {
        ada?.Dispose();
        if (office is not null)
            await office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_done_in_it()
    {
        clock.Pass(TimeSpan.FromHours(11));
        Assert.True(await IsSignedInAsync(Ada));
        clock.Pass(TimeSpan.FromHours(11));
        Assert.True(await IsSignedInAsync(Ada));

        clock.Pass(TimeSpan.FromHours(13));

        Assert.False(await IsSignedInAsync(Ada));
    }

    [Fact]
    public async Task A_session_ends_after_a_week_whatever_is_done_in_it()
    {
        for (var half = 0; half < 15; half++)
        {
            Assert.True(await IsSignedInAsync(Ada));
            clock.Pass(TimeSpan.FromHours(11.5));
        }

        Assert.False(await IsSignedInAsync(Ada));
    }

    [Fact]
    public async Task Somebody_sees_where_they_are_signed_in_and_ends_it_at_once()
    {
        using var elsewhere = Office.NewVisitor();
        elsewhere.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await elsewhere.SignInAsync(Email, Office.Password);
        await Ada.GetAsync(AccountsSetup.AccountPath);
        Assert.Contains("Firefox, Linux", Ada.Source, StringComparison.Ordinal);

        await Ada.SubmitAsync(form: "form[action$='=End']");

        Assert.False(await IsSignedInAsync(elsewhere));
        Assert.True(await IsSignedInAsync(Ada));
    }

    [Fact]
    public async Task All_other_sessions_end_at_once()
    {
        using var elsewhere = Office.NewVisitor();
        await elsewhere.SignInAsync(Email, Office.Password);
        await Ada.GetAsync(AccountsSetup.AccountPath);

        await Ada.SubmitAsync(form: "form[action$=EndOthers]");

        Assert.False(await IsSignedInAsync(elsewhere));
        Assert.True(await IsSignedInAsync(Ada));
    }

    [Theory]
    [InlineData("form[action$='=End']")]
    [InlineData("form[action$=EndOthers]")]
    public async Task Who_signed_in_long_ago_does_so_again_before_ending_a_session_elsewhere(string form)
    {
        using var elsewhere = Office.NewVisitor();
        await elsewhere.SignInAsync(Email, Office.Password);
        clock.Pass(TimeSpan.FromHours(1));
        await Ada.GetAsync(AccountsSetup.AccountPath);

        await Ada.SubmitAsync(form: form);

        Assert.StartsWith(AccountsSetup.SignInPath, Ada.Path, StringComparison.Ordinal);
        Assert.True(await IsSignedInAsync(elsewhere));
        await Ada.SignInAsync(Email, Office.Password);
        await Ada.GetAsync(AccountsSetup.AccountPath);
        await Ada.SubmitAsync(form: form);
        Assert.False(await IsSignedInAsync(elsewhere));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        using var elsewhere = Office.NewVisitor();
        await elsewhere.SignInAsync(Email, Office.Password);

        await ChangePasswordAsync(Office.Password, "een nieuw lang wachtwoord");

        Assert.Equal(AccountsSetup.AccountPath, Ada.Path);
        Assert.False(await IsSignedInAsync(elsewhere));
        Assert.True(await IsSignedInAsync(Ada));
        Assert.False(await elsewhere.SignInAsync(Email, Office.Password));
        Assert.True(await elsewhere.SignInAsync(Email, "een nieuw lang wachtwoord"));
    }

    [Theory]
    [InlineData("niet mijn wachtwoord", "een nieuw lang wachtwoord", AccountFields.Current)]
    [InlineData(Office.Password, "te kort", AccountFields.Next)]
    [InlineData(Office.Password, "wachtwoord2026!", AccountFields.Next)]
    public async Task A_password_that_will_not_do_is_refused_at_its_field(string current, string next, string field)
    {
        await ChangePasswordAsync(current, next);

        Assert.Equal("true", Ada.Page.QuerySelector($"[name={field}]")?.GetAttribute("aria-invalid"));
        using var elsewhere = Office.NewVisitor();
        Assert.True(await elsewhere.SignInAsync(Email, Office.Password));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_who_kept_its_cookie()
    {
        var cookies = Ada.Cookies;
        await Ada.GetAsync(AccountsSetup.SignOutPath);
        await Ada.SubmitAsync(form: ".signed-in form");
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Office.Server.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookies);

        using var answer = await thief.GetAsync(AccountsSetup.HomePath, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_over_is_forgotten()
    {
        clock.Pass(TimeSpan.FromHours(13));
        await Office.Server.Services.GetRequiredService<ForgetSessions>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await Office.CountAsync("sessions"));
    }

    [Fact]
    public async Task A_stranger_who_keeps_guessing_keeps_out_only_strangers()
    {
        using var stranger = Office.NewVisitor();
        for (var guess = 0; guess < 6; guess++)
            Assert.False(await stranger.SignInAsync(Email, "een fout wachtwoord"));
        Assert.False(await stranger.SignInAsync(Email, Office.Password));

        await Ada.GetAsync(AccountsSetup.SignOutPath);
        await Ada.SubmitAsync(form: ".signed-in form");

        Assert.True(await Ada.SignInAsync(Email, Office.Password));
        clock.Pass(TimeSpan.FromMinutes(6));
        Assert.True(await stranger.SignInAsync(Email, Office.Password));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_not_more_than_one_after_another()
    {
        var limit = Office.Server.Services.GetRequiredService<Web.Accounts.SigningIn.AttemptLimit>();
        var id = (await Office.FindAsync(Email)).Id;

        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => limit.TryAsync(id, "een deur", TestContext.Current.CancellationToken))));

        Assert.Equal(5, tries.Count(may => may));
    }

    private async Task ChangePasswordAsync(string current, string next)
    {
        await Ada.GetAsync(AccountsSetup.AccountPath);
        await Ada.SubmitAsync(
            form =>
            {
                form.Type(AccountFields.Current, current);
                form.Type(AccountFields.Next, next);
            },
            "form[action$=Password]");
    }

    private static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.GetAsync(AccountsSetup.SignOutPath)).QuerySelector(".signed-in") is not null;

    private static class AccountFields
    {
        public const string Current = "current";
        public const string Next = "password";
    }

    public sealed class OnSqlite() : SessionTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SessionTests(DatabaseKind.Postgres);
}
