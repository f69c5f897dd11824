using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>A phone speaks the language of who holds it; what is the same for everybody stays Dutch.</summary>
public sealed class LanguageOfReaderTests() : HallTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("ar", "ar", "rtl", "نتحدث معًا")]
    [InlineData("tr-TR,tr;q=0.9,en;q=0.8", "tr", "ltr", "Birlikte konuşuyoruz")]
    [InlineData("fa-IR,fa;q=0.9,uk;q=0.5", "uk", "ltr", null)]
    [InlineData("en;q=0.5,pl", "pl", "ltr", null)]
    [InlineData("fa-IR", "nl", "ltr", "We praten met elkaar")]
    [InlineData("*", "nl", "ltr", null)]
    [InlineData("not a language;;;", "nl", "ltr", null)]
    public async Task The_browser_proposes_a_language(string accepted, string language, string direction, string? heading)
    {
        using var phone = Phone(accepted);

        var page = await phone.GetAsync($"/m/{Hall.Code}");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        if (heading is not null)
            Assert.Equal(heading, page.QuerySelector("[data-state=Listening] h1")!.TextContent);
        Assert.Equal("nl", page.QuerySelector("[data-slot=item]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task What_was_chosen_on_the_phone_comes_before_what_the_browser_proposes()
    {
        using var phone = Phone("tr");
        await phone.GetAsync($"/weergave?terug=/m/{Hall.Code}");
        Assert.Equal("tr", phone.Page.DocumentElement.GetAttribute("lang"));

        await phone.SubmitAsync(form =>
        {
            form.Pick("taal", "pl");
            form.Pick("letters", "Largest");
            form.Pick("zwartwit", "true");
        });

        Assert.Equal($"/m/{Hall.Code}", phone.Path);
        Assert.Equal(("pl", "letters-Largest black-and-white"), Shown(phone));
    }

    [Theory]
    [InlineData("//kwaad.example/")]
    [InlineData("https://kwaad.example/")]
    [InlineData("/\\kwaad.example")]
    public async Task Nobody_is_led_to_another_website(string elsewhere)
    {
        using var phone = Phone("nl");
        await phone.GetAsync("/weergave");

        await phone.PostAsync("/weergave", ("terug", elsewhere), ("taal", "en"));

        Assert.Equal("/meedoen", phone.Path);
        Assert.Equal("en", phone.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("xx", "Groot", "misschien")]
    [InlineData("", "7", "")]
    public async Task What_nobody_offered_changes_nothing(string language, string letters, string blackAndWhite)
    {
        using var phone = Phone("tr");
        await phone.GetAsync("/weergave");

        await phone.PostAsync("/weergave", ("taal", language), ("letters", letters), ("zwartwit", blackAndWhite));

        Assert.Equal(("tr", null), Shown(phone));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/inloggen")]
    [InlineData("/wijken")]
    public async Task A_page_that_is_the_same_for_everybody_stays_Dutch(string path)
    {
        using var reader = Phone("ar");

        var page = await reader.GetAsync(path);

        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Besluiten", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "donderdag 1 januari 1970, 01.00 uur")]
    [InlineData("en", "Thursday 1 January 1970, 01:00")]
    [InlineData("pl", "czwartek 1 stycznia 1970, 01:00")]
    [InlineData("ar", "الخميس 1 يناير 1970, 01:00")]
    [InlineData("pap", "donderdag 1 januari 1970, 01:00")]
    public async Task Dates_follow(string language, string moment)
    {
        var code = await Hall.PlanAnotherAsync();
        using var phone = Phone(language);

        var page = await phone.GetAsync($"/m/{code}");

        Assert.Contains(moment, page.QuerySelector("[data-state=Planned]")!.TextContent, StringComparison.Ordinal);
    }

    private static (string? Language, string? Classes) Shown(Visitor phone)
    {
        var html = phone.Page.DocumentElement;
        return (html.GetAttribute("lang"), html.GetAttribute("class"));
    }

    private Visitor Phone(string accepted)
    {
        var visitor = Hall.Server.NewVisitor();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        return visitor;
    }
}
