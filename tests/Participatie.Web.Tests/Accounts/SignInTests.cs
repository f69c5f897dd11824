using System.Net;
using AngleSharp.Dom;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;

namespace Participatie.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "ada@example.org";

    private Office? office;
    private Visitor? visitor;

    private Visitor Visitor => visitor!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync();
        visitor = office.NewVisitor();
        await office.AddAsync(Email);
    }

    public async ValueTask DisposeAsync()
    {
        visitor?.Dispose();
        if (office is not null)
            await office.DisposeAsync();
    }

    [Fact]
    public async Task A_member_of_staff_signs_in_and_is_called_by_name()
    {
        await SignInAsync(Email, Office.Password, returnTo: "/uitloggen");

        Assert.Equal("/uitloggen", Visitor.Path);
        Assert.Equal("Ada de Vries", Visitor.Page.QuerySelector(".signed-in a")?.TextContent);
    }

    [Fact]
    public async Task Without_a_return_address_the_way_leads_to_the_staff_pages()
    {
        await SignInAsync(Email, Office.Password);

        Assert.Equal("/beheer", Visitor.Path);
    }

    [Fact]
    public async Task A_page_for_staff_asks_to_sign_in_and_comes_back()
    {
        await Visitor.GetAsync("/beheer/tafels");
        Assert.Equal("/inloggen?terug=%2Fbeheer%2Ftafels", Visitor.Path);

        await FillInAsync(Email, Office.Password);

        Assert.Equal("/beheer/tafels", Visitor.Path);
        Assert.Equal(HttpStatusCode.OK, Visitor.Status);
    }

    [Fact]
    public async Task Who_may_not_see_a_page_is_told_so()
    {
        await office!.AddAsync("bo@example.org", StaffRole.MinuteTaker, Office.Table);

        await SignInAsync("bo@example.org", Office.Password, returnTo: "/beheer/tafels");

        Assert.Equal(HttpStatusCode.Forbidden, Visitor.Status);
        Assert.Equal("Je mag deze pagina niet zien", Visitor.Page.QuerySelector("h1")?.TextContent);
        Assert.True(IsSignedIn);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_forgets_the_password()
    {
        await SignInAsync(Email, "een fout wachtwoord", returnTo: "/uitloggen");

        Assert.Equal(Email, Field("email").GetAttribute("value"));
        Assert.Null(Field("password").GetAttribute("value"));
        Assert.Equal("/uitloggen", Field("terug").GetAttribute("value"));
        Assert.False(IsSignedIn);
    }

    [Fact]
    public async Task What_went_wrong_is_tied_to_the_fields()
    {
        await SignInAsync(Email, "een fout wachtwoord");
        Assert.Equal(Alert.Id, Field("email").GetAttribute("aria-describedby"));
        Assert.Equal(Alert.Id, Field("password").GetAttribute("aria-describedby"));

        await SignInAsync("", Office.Password);
        Assert.Equal("Vul je e-mailadres in.", Visitor.Page.GetElementById(Field("email").GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_even_for_the_right_password()
    {
        for (var failure = 0; failure < 5; failure++)
            await SignInAsync(Email, "een fout wachtwoord");

        await SignInAsync(Email, Office.Password);

        Assert.False(IsSignedIn);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        for (var failure = 0; failure < 4; failure++)
            await SignInAsync(Email, "een fout wachtwoord");
        await SignInAsync(Email, Office.Password);

        Assert.True(IsSignedIn);
        using var other = office!.NewVisitor();
        await other.GetAsync(AccountsSetup.SignInPath);
        await other.SubmitAsync(form =>
        {
            form.Type("email", Email);
            form.Type("password", "een fout wachtwoord");
        });
        Assert.Equal(1L, await office.AttemptsAsync());
    }

    [Fact]
    public async Task The_answer_does_not_tell_which_addresses_exist()
    {
        await office!.AddAsync("invited@example.org", password: null);
        await SignInAsync("nobody@example.org", Office.Password);
        var unknown = Alert.TextContent;
        await SignInAsync("invited@example.org", Office.Password);
        var invited = Alert.TextContent;

        List<string> known = [];
        for (var failure = 0; failure < 6; failure++)
        {
            await SignInAsync(Email, "een fout wachtwoord");
            known.Add(Alert.TextContent);
        }

        Assert.All([invited, .. known], text => Assert.Equal(unknown, text));
    }

    [Theory]
    [InlineData("https://kwaad.example/")]
    [InlineData("//kwaad.example/")]
    [InlineData("/\\kwaad.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_address_elsewhere_is_refused(string elsewhere)
    {
        await SignInAsync(Email, Office.Password, returnTo: elsewhere);

        Assert.Equal("/beheer", Visitor.Path);
        Assert.True(IsSignedIn);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await SignInAsync(Email, Office.Password);
        await Visitor.GetAsync("/uitloggen");

        await Visitor.SubmitAsync(form: ".signed-in form");

        Assert.Equal("/uitloggen", Visitor.Path);
        Assert.False(IsSignedIn);
        Assert.Contains("Je bent uitgelogd.", Visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var page = await Visitor.GetAsync(AccountsSetup.SignInPath);
        var form = page.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlFormElement>("main form:not([hidden])").Single();
        form.Type("email", Email);
        form.Type("password", Office.Password);
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = form.ToRequest(button: null);
        request.Headers.Add("Cookie", Visitor.Cookies);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("medewerker=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsSignedIn => Visitor.Page.QuerySelector(".signed-in") is not null;

    private IElement Alert => Visitor.Page.QuerySelector("[role=alert]")!;

    private IElement Field(string name) => Visitor.Page.QuerySelector($"main [name={name}]")!;

    private async Task SignInAsync(string email, string password, string? returnTo = null)
    {
        await Visitor.GetAsync(returnTo is null ? AccountsSetup.SignInPath : $"{AccountsSetup.SignInPath}?terug={Uri.EscapeDataString(returnTo)}");
        await FillInAsync(email, password);
    }

    private async Task FillInAsync(string email, string password) =>
        await Visitor.SubmitAsync(form =>
        {
            form.Type("email", email);
            form.Type("password", password);
        });
}
