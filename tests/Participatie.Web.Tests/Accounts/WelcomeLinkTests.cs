using System.Net;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;

namespace Participatie.Web.Tests.Accounts;

public sealed class WelcomeLinkTests : IAsyncLifetime
{
    private const string Email = "ada@example.org";

    private Office? office;

    private Office Office => office!;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
            await office.DisposeAsync();
    }

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_is_signed_in()
    {
        await Office.AddAsync(Email, password: null);
        using var ada = Office.NewVisitor();

        await ChooseAsync(ada, await Office.LinkAsync(Email), Office.Password);

        Assert.Equal("/beheer", ada.Path);
        Assert.True(await IsSignedInAsync(ada));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await Office.AddAsync(Email, password: null);
        var link = await Office.LinkAsync(Email);
        using var ada = Office.NewVisitor();
        using var thief = Office.NewVisitor();
        await thief.GetAsync(link);
        await ChooseAsync(ada, link, Office.Password);

        await thief.SubmitAsync(form => form.Type("password", "het wachtwoord van een dief"));

        Assert.Equal(HttpStatusCode.Gone, thief.Status);
        Assert.Equal("Deze link werkt niet meer", thief.Page.QuerySelector("h1")?.TextContent);
        Assert.False(await IsSignedInAsync(thief));
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        await Office.AddAsync(Email, password: null);
        var link = await Office.LinkAsync(Email);
        using var preview = Office.NewVisitor();
        await preview.GetAsync(link);
        await preview.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
    }

    [Fact]
    public async Task A_password_that_is_too_short_leaves_the_link_alive()
    {
        await Office.AddAsync(Email, password: null);
        using var ada = Office.NewVisitor();

        await ChooseAsync(ada, await Office.LinkAsync(Email), "elf tekens!");
        Assert.Equal("true", ada.Page.QuerySelector("[name=password]")?.GetAttribute("aria-invalid"));
        await ada.SubmitAsync(form => form.Type("password", Office.Password));

        Assert.True(await IsSignedInAsync(ada));
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one()
    {
        await Office.AddAsync(Email, password: null);
        using var before = Office.NewVisitor();
        using var after = Office.NewVisitor();
        await ChooseAsync(before, await Office.LinkAsync(Email), Office.Password);

        await ChooseAsync(after, await Office.LinkAsync(Email), "een nieuw lang wachtwoord");

        Assert.False(await IsSignedInAsync(before));
        Assert.True(await IsSignedInAsync(after));
    }

    [Fact]
    public async Task A_new_password_opens_a_door_that_too_many_guesses_shut()
    {
        await Office.AddAsync(Email);
        using var stranger = Office.NewVisitor();
        for (var guess = 0; guess < 5; guess++)
            Assert.False(await stranger.SignInAsync(Email, "een fout wachtwoord"));
        using var ada = Office.NewVisitor();
        Assert.False(await ada.SignInAsync(Email, Office.Password));

        await ChooseAsync(ada, await Office.LinkAsync(Email), "een nieuw lang wachtwoord");

        using var elsewhere = Office.NewVisitor();
        Assert.True(await elsewhere.SignInAsync(Email, "een nieuw lang wachtwoord"));
    }

    [Fact]
    public async Task A_link_does_not_replace_a_second_step()
    {
        await Office.AddAsync(Email);
        using var ada = Office.NewVisitor();
        await ada.SignInAsync(Email, Office.Password);
        await ada.SetUpAppAsync();
        using var finder = Office.NewVisitor();

        await ChooseAsync(finder, await Office.LinkAsync(Email), "een nieuw lang wachtwoord");

        Assert.Equal(AccountsSetup.SignInPath, finder.Path);
        Assert.False(await IsSignedInAsync(finder));
    }

    [Theory]
    [InlineData("/welkom/onzin")]
    [InlineData("/welkom/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/welkom/beheerder/onzin")]
    public async Task A_link_that_nobody_made_gets_the_same_answer_as_an_old_one(string link)
    {
        using var visitor = Office.NewVisitor();
        await visitor.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        Assert.Equal("Deze link werkt niet meer", visitor.Page.QuerySelector("h1")?.TextContent);
    }

    private static async Task ChooseAsync(Visitor visitor, string link, string password)
    {
        await visitor.GetAsync(link);
        await visitor.SubmitAsync(form => form.Type("password", password));
    }

    private static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.GetAsync(AccountsSetup.SignOutPath)).QuerySelector(".signed-in") is not null;
}
