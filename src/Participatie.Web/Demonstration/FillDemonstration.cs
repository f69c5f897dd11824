using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Demonstration;

/// <summary>What a newcomer, or a program that tries the server out, needs to know of the demonstration.</summary>
public sealed record DemoSummary(string MeetingCode, Guid MeetingId, IReadOnlyList<DemoPoll> Polls, IReadOnlyList<string> Passes, IReadOnlyList<DemoAccount> Staff);

public sealed record DemoPoll(Guid Id, string Question, string Method, IReadOnlyList<string> Options);

public sealed record DemoAccount(string Role, string Email, string Password);

/// <summary>
/// Fills an empty database with a believable neighbourhood: tables, staff, a meeting that is going on, one to come, one that
/// does not go on, and two of the past with published minutes, one of which was answered in part. The services that store
/// votes and passes must be running.
/// </summary>
public sealed class FillDemonstration(DbDataSource db, IServiceProvider services, IHostEnvironment environment, TimeProvider clock)
{
    private const string Facilitator = "Samira (begeleider)";
    private const string MinuteTaker = "Wim (verslag)";
    private const string BoardMember = "Noor (bestuur)";
    private const string Table = "Wijktafel Overvecht";

    private static readonly (StaffRole Role, string Name, string Email)[] Staff =
    [
        (StaffRole.Administrator, "Bo (beheer)", "beheerder@voorbeeld.nl"),
        (StaffRole.Facilitator, Facilitator, "begeleider@voorbeeld.nl"),
        (StaffRole.MinuteTaker, MinuteTaker, "verslag@voorbeeld.nl"),
        (StaffRole.BoardMember, BoardMember, "bestuur@voorbeeld.nl"),
    ];

    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        await db.FindAsync<long>("select (select count(*) from tables) + (select count(*) from users)", null, ct) == 0;

    public async Task<DemoSummary> RunAsync(int passCount, CancellationToken ct)
    {
        await services.GetRequiredService<SeedAreas>().RunAsync(ct);
        var table = await AddTablesAsync(ct);
        var staff = await AddStaffAsync(ct);

        await HoldLastSummerAsync(table, ct);
        await HoldLastMonthAsync(table, ct);
        await PlanNextMonthAsync(table, ct);
        await CancelNextWeekAsync(table, ct);
        var tonight = await OpenTonightAsync(table, ct);

        var passes = await services.GetRequiredService<Passes>().IssueAsync(tonight.Meeting.Id, passCount, ct);
        var polls = (await services.GetRequiredService<PollStore>().OfMeetingAsync(tonight.Meeting.Id, ct))
            .Select(poll => new DemoPoll(poll.Id, poll.Question, poll.Rules.Method.Name, poll.Rules.Options));
        return new DemoSummary(tonight.Meeting.Code, tonight.Meeting.Id, [.. polls], [.. passes.Select(pass => pass.Code)], staff);
    }

    private async Task<Guid> AddTablesAsync(CancellationToken ct)
    {
        var add = services.GetRequiredService<AddTable>();
        await add.RunAsync(Table, TableKind.Neighbourhood, "utrecht-overvecht", ct);
        await add.RunAsync("Bestuurstafel Overvecht", TableKind.Board, "utrecht-overvecht", ct);
        await add.RunAsync("Jongerentafel Overvecht", TableKind.Youth, "utrecht-overvecht", ct);
        return (await services.GetRequiredService<TableStore>().TablesAsync(ct)).First(table => string.Equals(table.Name, Table, StringComparison.Ordinal)).Id;
    }

    private async Task<List<DemoAccount>> AddStaffAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var password = NewPassword();
        foreach (var (role, name, email) in Staff)
        {
            var table = role == StaffRole.Administrator ? null : Slug.From(role == StaffRole.BoardMember ? "Bestuurstafel Overvecht" : Table);
            await scope.ServiceProvider.GetRequiredService<AddStaff>().RunAsync(email, name, role, table, password, ct);
        }

        return [.. Staff.Select(member => new DemoAccount(member.Role.Stored(), member.Email, password))];
    }

    /// <summary>A developer's database has a password to remember; anywhere else nobody may know it beforehand.</summary>
    private string NewPassword() =>
        environment.IsDevelopment() ? "wijktafel-demo" : RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    private async Task HoldLastSummerAsync(Guid table, CancellationToken ct)
    {
        var evening = EveningAt(days: -75);
        var meeting = new DemoMeeting(services, new DemoClock(evening));
        await meeting.PlanAsync(table, new MeetingPlan("Wijktafel over spelen en oversteken", "Buurthuis De Boog, Overvecht", evening), DemoContent.LastSummer, ct);
        await meeting.HoldAsync(Facilitator, MinuteTaker, DemoContent.VotesLastSummer, ct);
        await meeting.AnswerFirstAsync(BoardMember, ct);
    }

    private async Task HoldLastMonthAsync(Guid table, CancellationToken ct)
    {
        var evening = EveningAt(days: -30);
        var meeting = new DemoMeeting(services, new DemoClock(evening));
        await meeting.PlanAsync(table, new MeetingPlan("Wijktafel over licht en ontmoeten", "Buurthuis De Boog, Overvecht", evening), DemoContent.LastMonth, ct);
        await meeting.HoldAsync(Facilitator, MinuteTaker, DemoContent.VotesLastMonth, ct);
    }

    private Task PlanNextMonthAsync(Guid table, CancellationToken ct)
    {
        var evening = EveningAt(days: 28);
        return new DemoMeeting(services, new DemoClock(evening))
            .PlanAsync(table, new MeetingPlan("Wijktafel over groen in de straat", "Buurthuis De Boog, Overvecht", evening), [DemoContent.LastMonth[0]], ct);
    }

    private async Task CancelNextWeekAsync(Guid table, CancellationToken ct)
    {
        var evening = EveningAt(days: 9);
        var meeting = new DemoMeeting(services, new DemoClock(clock.GetUtcNow()));
        await meeting.PlanAsync(table, new MeetingPlan("Wijktafel over veilig oversteken", "Buurthuis De Boog, Overvecht", evening), [DemoContent.LastMonth[0]], ct);
        await meeting.CancelAsync("De zaal is die avond niet vrij. We zoeken een nieuwe datum.", Facilitator, ct);
    }

    private async Task<DemoMeeting> OpenTonightAsync(Guid table, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var meeting = new DemoMeeting(services, new DemoClock(now));
        await meeting.PlanAsync(table, new MeetingPlan("Wijktafel over meepraten en geld", "Buurthuis De Boog, Overvecht", now), DemoContent.Tonight, ct);
        await meeting.InviteAsync(2, "jongerenwerker, wijkteam", ct);
        await meeting.OpenAsync(Facilitator, ct);
        return meeting;
    }

    private DateTimeOffset EveningAt(int days) => DutchTime.Instant(DutchTime.Local(clock.GetUtcNow()).Date.AddDays(days).AddHours(19.5));
}
