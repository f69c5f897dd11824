using System.Net;
using Microsoft.Extensions.Configuration;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Staff;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Accounts;

public sealed class StaffPageTests : IAsyncLifetime
{
    private const string Boss = "ada@example.org";
    private const string Email = "bo@example.org";

    private Office? office;
    private Visitor? boss;

    private Office Office => office!;

    private Visitor Ada => boss!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(adjust: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "mail.example.org",
            [PublicAddress.Key] = "https://participatie.example.org",
        }));
        boss = office.NewVisitor();
        await office.AddAsync(Boss);
        await boss.SignInAsync(Boss, Office.Password);
    }

    public async ValueTask DisposeAsync()
    {
        boss?.Dispose();
        if (office is not null)
            await office.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_is_a_link_to_hand_over_that_is_shown_once()
    {
        await InviteAsync(StaffRole.Facilitator);
        var link = new Uri(Ada.Page.QuerySelector("code.long")!.TextContent).AbsolutePath;
        Assert.NotNull(Ada.Page.QuerySelector(".qr svg"));
        using var bo = Office.NewVisitor();
        await bo.GetAsync(link);
        await bo.SubmitAsync(form => form.Type("password", Office.Password));

        Assert.Equal(AccountsSetup.HomePath, bo.Path);
        Assert.Equal(["facilitator"], await Office.RolesAtTableAsync(Email));
        await Ada.GetAsync(StaffModel.Path);
        Assert.Null(Ada.Page.QuerySelector("code.long"));
    }

    [Fact]
    public async Task Who_has_an_account_gets_the_task_beside_it_and_no_link()
    {
        await Office.AddAsync(Email, StaffRole.MinuteTaker, Office.Table);

        await InviteAsync(StaffRole.Facilitator);

        Assert.Null(Ada.Page.QuerySelector("code.long"));
        Assert.Equal(["facilitator", "minutetaker"], await Office.RolesAtTableAsync(Email));
    }

    [Fact]
    public async Task Who_is_shut_out_is_out_at_once_and_comes_back_by_the_same_door()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        using var bo = Office.NewVisitor();
        await bo.SignInAsync(Email, Office.Password);

        await DoAsync("Shut");
        await bo.GetAsync(AccountsSetup.HomePath);
        Assert.StartsWith(AccountsSetup.SignInPath, bo.Path, StringComparison.Ordinal);
        Assert.False(await bo.SignInAsync(Email, Office.Password));

        await DoAsync("Open");
        Assert.True(await bo.SignInAsync(Email, Office.Password));
    }

    [Fact]
    public async Task A_task_that_is_taken_away_is_gone_at_the_next_click()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        using var bo = Office.NewVisitor();
        await bo.SignInAsync(Email, Office.Password);
        await bo.GetAsync($"/beheer/bijeenkomsten/nieuw?tafel={await Office.TableIdAsync()}");
        Assert.Equal(HttpStatusCode.OK, bo.Status);

        await Office.ExecuteAsync("delete from table_roles");

        await bo.GetAsync($"/beheer/bijeenkomsten/nieuw?tafel={await Office.TableIdAsync()}");
        Assert.Equal(HttpStatusCode.Forbidden, bo.Status);
    }

    [Fact]
    public async Task Who_lost_the_telephone_and_the_paper_is_helped_by_an_administrator()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        using var bo = Office.NewVisitor();
        await bo.SignInAsync(Email, Office.Password);
        await bo.SetUpAppAsync();

        await DoAsync("ForgetSecondStep");

        Assert.True(await bo.SignInAsync(Email, Office.Password));
        Assert.Equal(0L, await Office.CountAsync("recovery_codes"));
    }

    [Fact]
    public async Task An_account_that_is_removed_leaves_nothing_behind()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        await DoAsync("Shut");
        await DoAsync("Remove");

        Assert.Equal(1L, await Office.CountAsync("users"));
        Assert.Equal(0L, await Office.CountAsync("table_roles"));
    }

    [Fact]
    public async Task Nobody_shuts_their_own_account()
    {
        var me = (await Office.FindAsync(Boss)).Id.ToString();
        await Ada.GetAsync(StaffModel.Path);
        foreach (var deed in new[] { "Shut", "Remove", "SignOut", "ForgetSecondStep" })
            await Ada.PostAsync($"{StaffModel.Path}?handler={deed}", ("person", me));

        Assert.Equal(StaffModel.Path, Ada.Path);
        Assert.Null((await Office.FindAsync(Boss)).LockoutEnd);
    }

    [Fact]
    public async Task Who_forgot_a_password_gets_one_link_after_another_until_it_is_too_many()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        using var bo = Office.NewVisitor();
        for (var ask = 0; ask < 7; ask++)
            await ForgetAsync(bo, Email);

        Assert.Equal(5L, await Office.CountAsync("outgoing_mails"));
        var mail = (await Office.MailsAsync())[0];
        Assert.Equal(Email, mail.Recipient);
        var link = mail.Body.Split('\n').Single(line => line.Contains("/welkom/", StringComparison.Ordinal));
        await bo.GetAsync(new Uri(link).AbsolutePath);
        await bo.SubmitAsync(form => form.Type("password", "een nieuw lang wachtwoord"));
        Assert.Equal(AccountsSetup.HomePath, bo.Path);
    }

    [Fact]
    public async Task Asking_for_a_link_does_not_tell_which_addresses_exist()
    {
        await Office.AddAsync(Email, StaffRole.Facilitator, Office.Table);
        using var bo = Office.NewVisitor();
        await ForgetAsync(bo, Email);
        var known = bo.Page.QuerySelector("main")!.TextContent;
        await ForgetAsync(bo, "niemand@example.org");

        Assert.Equal(known, bo.Page.QuerySelector("main")!.TextContent);
        Assert.Equal(1L, await Office.CountAsync("outgoing_mails"));
    }

    private static async Task ForgetAsync(Visitor visitor, string email)
    {
        await visitor.GetAsync("/inloggen/vergeten");
        await visitor.SubmitAsync(form => form.Type("email", email));
    }

    private async Task InviteAsync(StaffRole role)
    {
        await Ada.GetAsync(StaffModel.Path);
        await Ada.SubmitAsync(
            form =>
            {
                form.Type("Name", "Bo Jansen");
                form.Type("Email", Email);
                form.Pick("Role", role.ToString());
                form.Pick("Table", Office.Table);
            },
            "form[action$=Invite]");
    }

    private async Task DoAsync(string deed)
    {
        var id = (await Office.FindAsync(Email)).Id;
        await Ada.GetAsync(StaffModel.Path);
        await Ada.SubmitAsync(form: $"form:has([value='{id}'])", button: $"[formaction$={deed}]");
    }
}
