using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Decisions;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Accounts;

/// <summary>Every page is open to all by name, or shut to who has no role at its table: a new page cannot be forgotten.</summary>
public sealed class AccessTests() : HallTests(DatabaseKind.Sqlite)
{
    /// <summary>Pages that anybody may see and whose forms anybody may send.</summary>
    private static readonly string[] Public =
    [
        "/Accounts/Invitations/FirstAdministrator", "/Accounts/Invitations/Forgotten", "/Accounts/Invitations/Welcome",
        "/Accounts/SigningIn/Code", "/Accounts/SigningIn/SignIn", "/Accounts/SigningIn/SignOut",
        "/Contributions/ContributionsPage",
        "/Decisions/Decision", "/Decisions/Decisions",
        "/Help/Administrator", "/Help/BoardMember", "/Help/Facilitator", "/Help/Help", "/Help/MinuteTaker", "/Help/Resident",
        "/Meetings/Joining/Enter", "/Meetings/Joining/Pass", "/Meetings/Phone/Offline", "/Meetings/Phone/PhonePage", "/Meetings/Phone/Secrecy", "/Meetings/Queue/Hand", "/Meetings/Projector/Projector",
        "/Minutes/Adopting/Concept",
        "/Polls/VotePage",
        "/Reading/Accessibility", "/Reading/Answers", "/Reading/Area", "/Reading/Areas", "/Reading/Calendar", "/Reading/Difference", "/Reading/Home", "/Reading/Letters/Letter", "/Reading/Meeting", "/Reading/Minutes",
        "/Reading/OpenData/OpenData",
        "/Reading/Privacy", "/Reading/Recount/Result", "/Reading/Search/Search", "/Reading/Table",
        "/Shared/Errors/Error", "/Shared/Languages/DisplaySettings",
        "/Subscriptions/Confirm", "/Subscriptions/Done", "/Subscriptions/Stop", "/Subscriptions/Subscribe",
    ];

    /// <summary>Show everybody who signed in what is theirs, and change nothing else.</summary>
    private static readonly string[] Own = ["/Meetings/Planning/Overview", "/Accounts/Own/Account", "/Accounts/Own/TwoSteps"];

    /// <summary>For administrators only.</summary>
    private static readonly string[] Administration = ["/Accounts/Staff/Staff", "/Tables/Tables"];

    /// <summary>For the board that an advice is meant for, which is not this table.</summary>
    private const string Respond = "/Decisions/Answers/Respond";

    private Guid draft;
    private Guid advice;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        draft = await Hall.AddPollAsync();
        advice = await Hall.Server.Db.AddAdviceAsync(Hall.MeetingId, new DateOnly(2027, 1, 5), Ct);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_door_by_every_page_for_staff()
    {
        using var anybody = Hall.Server.NewVisitor();

        await AssertAllAsync(StaffPages(), async page =>
        {
            await anybody.GetAsync(AddressOf(page));
            return anybody.Path.StartsWith(AccountsSetup.SignInPath, StringComparison.Ordinal) ? null : $"{anybody.Status} {anybody.Path}";
        });
    }

    [Fact]
    public async Task Who_is_not_signed_in_sends_no_form_of_a_page_for_staff()
    {
        using var anybody = Hall.Server.NewVisitor();

        await AssertAllAsync(StaffForms(), async form =>
        {
            await anybody.GetAsync(AccountsSetup.SignInPath);
            await anybody.PostAsync(form.Address, Ids());
            return anybody.Path.StartsWith(AccountsSetup.SignInPath, StringComparison.Ordinal) ? null : $"{anybody.Status} {anybody.Path}";
        });
        await AssertUntouchedAsync();
    }

    [Theory]
    [InlineData(StaffRole.Facilitator, false)]
    [InlineData(StaffRole.MinuteTaker, false)]
    [InlineData(StaffRole.BoardMember, false)]
    [InlineData(StaffRole.MinuteTaker, true)]
    [InlineData(StaffRole.BoardMember, true)]
    public async Task Staff_without_the_right_role_at_the_table_are_refused_by_every_page_and_form(StaffRole role, bool atThisTable)
    {
        var table = atThisTable ? Hall.TableId : await Hall.Server.Db.AddTableAsync(Ct);
        using var colleague = await Hall.Server.SignInAsync(role, table);
        bool IsTheirs(CompiledPageActionDescriptor page) => atThisTable && role == StaffRole.MinuteTaker && (page.ViewEnginePath.StartsWith("/Minutes/", StringComparison.Ordinal) || Is(page, "/Polls/Doors/Count"));

        await AssertAllAsync(StaffPages().Where(page => !IsTheirs(page) && !IsAmong(page, Own)), async page =>
        {
            await colleague.GetAsync(AddressOf(page));
            return colleague.Status == HttpStatusCode.Forbidden ? null : $"{colleague.Status} {colleague.Path}";
        });
        await AssertAllAsync(StaffForms().Where(form => !IsTheirs(form.Page) && !IsAmong(form.Page, Own)), async form =>
        {
            await colleague.GetAsync(AccountsSetup.HomePath);
            await colleague.PostAsync(form.Address, Ids());
            return colleague.Status == HttpStatusCode.Forbidden ? null : $"{colleague.Status} {colleague.Path}";
        });
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Who_has_no_role_at_a_table_sees_nothing_of_it()
    {
        using var colleague = await Hall.Server.SignInAsync(StaffRole.Facilitator, await Hall.Server.Db.AddTableAsync(Ct));

        await colleague.GetAsync(AccountsSetup.HomePath);

        Assert.DoesNotContain("Het plein", colleague.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Facilitator)]
    [InlineData(StaffRole.Administrator)]
    public async Task The_right_role_opens_every_page_of_the_table(StaffRole role)
    {
        using var colleague = await Hall.Server.SignInAsync(role, role == StaffRole.Administrator ? null : Hall.TableId);

        await AssertAllAsync(StaffPages().Where(page => role == StaffRole.Administrator || !(IsAmong(page, Administration) || Is(page, Respond))), async page =>
        {
            await colleague.GetAsync(AddressOf(page));
            return colleague.Status == HttpStatusCode.OK ? null : $"{colleague.Status} {colleague.Path}";
        });
    }

    [Fact]
    public void The_list_of_public_pages_names_only_pages_that_exist()
    {
        Assert.Empty(Public.Except(Pages().Select(page => page.ViewEnginePath), StringComparer.Ordinal));
    }

    private IEnumerable<CompiledPageActionDescriptor> StaffPages() => Pages().Where(page => !Public.Contains(page.ViewEnginePath, StringComparer.Ordinal));

    private IEnumerable<(string Address, CompiledPageActionDescriptor Page)> StaffForms() =>
        from page in StaffPages()
        from handler in page.HandlerMethods
        where string.Equals(handler.HttpMethod, HttpMethods.Post, StringComparison.OrdinalIgnoreCase)
        select (handler.Name is null ? AddressOf(page) : $"{AddressOf(page)}?handler={handler.Name}", page);

    private static bool Is(CompiledPageActionDescriptor page, string path) => string.Equals(page.ViewEnginePath, path, StringComparison.Ordinal);

    private static bool IsAmong(CompiledPageActionDescriptor page, string[] paths) => paths.Contains(page.ViewEnginePath, StringComparer.Ordinal);

    private List<CompiledPageActionDescriptor> Pages()
    {
        var loader = Hall.Get<PageLoader>();
        return
        [
            .. Hall.Get<EndpointDataSource>().Endpoints
                .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>())
                .OfType<PageActionDescriptor>()
                .DistinctBy(page => page.ViewEnginePath)
                .Select(page => loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult()),
        ];
    }

    /// <summary>The page of this hall: its route with the parts in braces filled in.</summary>
    private string AddressOf(CompiledPageActionDescriptor page)
    {
        var table = Is(page, "/Meetings/Planning/NewMeeting") ? $"?tafel={Hall.TableId}" : "";
        var path = page.AttributeRouteInfo!.Template!
            .Replace("{code}", Hall.Code, StringComparison.Ordinal)
            .Replace("{id:guid}", (Is(page, Respond) ? advice : Hall.MeetingId).ToString(), StringComparison.Ordinal)
            .Replace("{itemId:guid}", Hall.ItemId.ToString(), StringComparison.Ordinal)
            .Replace("{itemId:guid?}", Hall.ItemId.ToString(), StringComparison.Ordinal)
            .Replace("{pollId:guid}", draft.ToString(), StringComparison.Ordinal)
            .Replace("{pollId:guid?}", draft.ToString(), StringComparison.Ordinal)
            .Replace("{step:regex(^(openen|sluiten|vrijgeven|intrekken|loten)$)}", "openen", StringComparison.Ordinal)
            .Replace("{step:regex(^(roepen|weghalen|leegmaken)$)}", "leegmaken", StringComparison.Ordinal)
            .Replace("{step:regex(^(tonen|beantwoorden|weigeren|agenderen)$)}", "tonen", StringComparison.Ordinal);
        Assert.DoesNotContain('{', path);
        return $"/{path}{table}";
    }

    private (string Name, string Value)[] Ids() =>
        [("tafel", Hall.TableId.ToString()), ("tableId", Hall.TableId.ToString()), ("itemId", Hall.ItemId.ToString()), ("Name", "Een tafel"), ("Text", "Tekst")];

    private async Task AssertUntouchedAsync()
    {
        var snapshot = await Hall.SnapshotAsync();
        Assert.Equal(Core.Meetings.MeetingState.Open, snapshot.Meeting.State);
        Assert.Null(snapshot.Poll);
        Assert.Single(snapshot.Agenda);
        Assert.Equal(0, await Hall.Server.Db.FindAsync<long>("select (select count(*) from minutes) + (select count(*) from responses) + (select count(*) from postponements) + (select count(*) from notes) + (select count(*) from attendance)", null, Ct));
    }

    private static async Task AssertAllAsync<T>(IEnumerable<T> cases, Func<T, Task<string?>> problemOf)
    {
        var problems = new List<string>();
        var seen = 0;
        foreach (var one in cases)
        {
            seen++;
            if (await problemOf(one) is { } problem)
                problems.Add($"{Describe(one)} → {problem}");
        }

        Assert.NotEqual(0, seen);
        Assert.Empty(problems);
    }

    private static string? Describe<T>(T one) => one is CompiledPageActionDescriptor page ? page.ViewEnginePath : one?.ToString();
}
