using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Testing;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;

namespace Participatie.Web.Tests.Accounts;

public sealed class SecondStepTests : IAsyncLifetime
{
    private const string Email = "ada@example.org";

    private readonly TestClock clock = new();
    private Office? office;
    private Visitor? ada;

    private Office Office => office!;

    private Visitor Ada => ada!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        ada = office.NewVisitor();
        await office.AddAsync(Email);
        await ada.SignInAsync(Email, Office.Password);
    }

    public async ValueTask DisposeAsync()
    {
        ada?.Dispose();
        if (office is not null)
            await office.DisposeAsync();
    }

    [Fact]
    public async Task With_an_app_the_password_alone_opens_nothing()
    {
        var (key, _) = await Ada.SetUpAppAsync();
        using var elsewhere = Office.NewVisitor();

        Assert.False(await elsewhere.SignInAsync(Email, Office.Password));
        Assert.Equal("/inloggen/code?terug=%2Fbeheer", elsewhere.Path);
        await elsewhere.GetAsync(AccountsSetup.HomePath);
        Assert.StartsWith(AccountsSetup.SignInPath, elsewhere.Path, StringComparison.Ordinal);

        await elsewhere.SignInAsync(Email, Office.Password);
        Assert.True(await elsewhere.AnswerAsync(Totp.Of(key, steps: 1)));
        Assert.Equal(AccountsSetup.HomePath, elsewhere.Path);
    }

    [Fact]
    public async Task Nobody_comes_to_the_question_for_a_code_without_a_password()
    {
        using var elsewhere = Office.NewVisitor();
        await elsewhere.GetAsync(AccountsSetup.CodePath);

        Assert.Equal(AccountsSetup.SignInPath, elsewhere.Path);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (key, _) = await Ada.SetUpAppAsync();
        var code = Totp.Of(key, steps: 1);
        using var first = Office.NewVisitor();
        using var second = Office.NewVisitor();
        await first.SignInAsync(Email, Office.Password);
        await second.SignInAsync(Email, Office.Password);

        Assert.True(await first.AnswerAsync(code));
        Assert.False(await second.AnswerAsync(code));
    }

    [Fact]
    public async Task A_code_from_paper_works_once()
    {
        var (_, recovery) = await Ada.SetUpAppAsync();
        Assert.Equal(10, recovery.Distinct(StringComparer.Ordinal).Count());
        using var first = Office.NewVisitor();
        using var second = Office.NewVisitor();
        await first.SignInAsync(Email, Office.Password);
        await second.SignInAsync(Email, Office.Password);

        Assert.True(await first.AnswerAsync($" {recovery[3].ToLowerInvariant()} "));
        Assert.False(await second.AnswerAsync(recovery[3]));
        Assert.True(await second.AnswerAsync(recovery[4]));
    }

    [Fact]
    public async Task Five_wrong_codes_shut_the_door_for_a_while_and_the_right_one_waits_too()
    {
        var (key, _) = await Ada.SetUpAppAsync();
        using var thief = Office.NewVisitor();
        await thief.SignInAsync(Email, Office.Password);
        for (var guess = 0; guess < 5; guess++)
            Assert.False(await thief.AnswerAsync("000000"));
        Assert.False(await thief.AnswerAsync(Totp.Of(key, steps: 1)));

        clock.Pass(TimeSpan.FromMinutes(6));

        Assert.True(await thief.AnswerAsync(Totp.Of(key, steps: 1)));
    }

    [Fact]
    public async Task An_app_with_another_key_is_not_set_up()
    {
        await Ada.GetAsync(AccountsSetup.SecondStepPath);
        var key = Ada.Page.QuerySelector("input[name=key]")!.GetAttribute("value");
        await Ada.SubmitAsync(form => form.Type("code", "123456"), "form[action$=App]");

        Assert.Equal(key, Ada.Page.QuerySelector("input[name=key]")!.GetAttribute("value"));
        Assert.Equal("true", Ada.Page.QuerySelector("input[name=code]")!.GetAttribute("aria-invalid"));
        using var elsewhere = Office.NewVisitor();
        Assert.True(await elsewhere.SignInAsync(Email, Office.Password));
    }

    [Fact]
    public async Task A_new_second_step_signs_every_other_browser_out()
    {
        using var elsewhere = Office.NewVisitor();
        await elsewhere.SignInAsync(Email, Office.Password);

        await Ada.SetUpAppAsync();

        Assert.False(await IsSignedInAsync(elsewhere));
        Assert.True(await IsSignedInAsync(Ada));
    }

    [Fact]
    public async Task Without_the_app_the_password_alone_will_do_again()
    {
        await Ada.SetUpAppAsync();
        await Ada.GetAsync(AccountsSetup.SecondStepPath);
        await Ada.SubmitAsync(form: "form[action$=RemoveApp]");

        using var elsewhere = Office.NewVisitor();
        Assert.True(await elsewhere.SignInAsync(Email, Office.Password));
    }

    [Theory]
    [InlineData(StaffRole.Administrator, true)]
    [InlineData(StaffRole.Facilitator, true)]
    [InlineData(StaffRole.BoardMember, true)]
    [InlineData(StaffRole.MinuteTaker, false)]
    public async Task After_two_weeks_most_roles_do_nothing_without_a_second_step(StaffRole role, bool isNeeded)
    {
        await Office.AddAsync("bo@example.org", role, role == StaffRole.Administrator ? null : Office.Table);
        using var bo = Office.NewVisitor();
        await bo.SignInAsync("bo@example.org", Office.Password);
        Assert.Equal(isNeeded, bo.Page.QuerySelector(".utrecht-alert--warning") is not null);

        clock.Pass(TimeSpan.FromDays(15));
        await bo.SignInAsync("bo@example.org", Office.Password);

        Assert.Equal(isNeeded ? AccountsSetup.SecondStepPath : AccountsSetup.HomePath, bo.Path);
        if (!isNeeded)
            return;

        await bo.GetAsync($"/beheer/bijeenkomsten/nieuw?tafel={await Office.TableIdAsync()}");
        Assert.Equal(AccountsSetup.SecondStepPath, bo.Path);
        await bo.SetUpAppAsync();
        await bo.GetAsync(AccountsSetup.HomePath);
        Assert.Equal(AccountsSetup.HomePath, bo.Path);
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_does_so_again_before_changing_how()
    {
        clock.Pass(TimeSpan.FromMinutes(31));
        await Ada.GetAsync(AccountsSetup.SecondStepPath);
        Assert.Equal("/inloggen?terug=%2Fbeheer%2Faccount%2Ftweede-stap", Ada.Path);
        Assert.Equal("Log nog een keer in", Ada.Page.QuerySelector("h1")?.TextContent);

        await Ada.SubmitAsync(form =>
        {
            form.Type("email", Email);
            form.Type("password", Office.Password);
        });

        Assert.Equal(AccountsSetup.SecondStepPath, Ada.Path);
        Assert.Equal(HttpStatusCode.OK, Ada.Status);
    }

    private static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.GetAsync(AccountsSetup.SignOutPath)).QuerySelector(".signed-in") is not null;
}
