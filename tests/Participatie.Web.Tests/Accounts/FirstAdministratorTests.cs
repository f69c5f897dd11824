using System.Net;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;

namespace Participatie.Web.Tests.Accounts;

public abstract class FirstAdministratorTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Email = "ada@example.org";

    private Office? office;

    private Office Office => office!;

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync(kind);

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
            await office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whoever_holds_the_link_becomes_the_first_administrator()
    {
        using var ada = Office.NewVisitor();

        await AppointAsync(ada, await Office.FirstLinkAsync(), Email, Office.Password);

        Assert.Equal("/beheer", ada.Path);
        Assert.True(await Office.IsAdministratorAsync(Email));
        Assert.NotNull((await ada.GetAsync("/uitloggen")).QuerySelector(".signed-in"));
    }

    [Fact]
    public async Task With_an_administrator_there_is_no_link_and_an_old_one_is_dead()
    {
        var link = await Office.FirstLinkAsync();
        await Office.AddAsync(Email);
        using var late = Office.NewVisitor();
        await late.GetAsync(link!);

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Null(await Office.FirstLinkAsync());
    }

    [Fact]
    public async Task Of_many_who_use_the_link_at_once_one_becomes_administrator()
    {
        var link = await Office.FirstLinkAsync();
        var visitors = Enumerable.Range(0, 4).Select(_ => Office.NewVisitor()).ToList();
        foreach (var visitor in visitors)
            await visitor.GetAsync(link!);

        await Task.WhenAll(visitors.Select((visitor, index) => FillInAsync(visitor, $"p{index}@example.org", Office.Password)));

        Assert.Equal(1, await Office.AccountsAsync());
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task What_is_wrong_can_be_mended_with_the_same_link_and_nothing_typed_is_lost()
    {
        using var ada = Office.NewVisitor();

        await AppointAsync(ada, await Office.FirstLinkAsync(), Email, "elf tekens!");
        Assert.Equal("Ada", ada.Page.QuerySelector("[name=name]")?.GetAttribute("value"));
        Assert.Equal(Email, ada.Page.QuerySelector("[name=email]")?.GetAttribute("value"));
        Assert.Equal("true", ada.Page.QuerySelector("[name=password]")?.GetAttribute("aria-invalid"));

        await FillInAsync(ada, Email, Office.Password);
        Assert.True(await Office.IsAdministratorAsync(Email));
    }

    private static async Task AppointAsync(Visitor visitor, string? link, string email, string password)
    {
        await visitor.GetAsync(link!);
        await FillInAsync(visitor, email, password);
    }

    private static async Task FillInAsync(Visitor visitor, string email, string password) => await visitor.SubmitAsync(form =>
    {
        form.Type("name", "Ada");
        form.Type("email", email);
        form.Type("password", password);
    });

    public sealed class OnSqlite() : FirstAdministratorTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FirstAdministratorTests(DatabaseKind.Postgres);
}
