using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Who speaks and who is at the table: sides and numbers, never people.</summary>
public abstract class FloorTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly TestClock clock = new();
    private Visitor facilitator = null!;

    protected override void Adjust(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await facilitator.GetAsync($"/m/{Hall.Code}/leiden");
    }

    public override async ValueTask DisposeAsync()
    {
        facilitator.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_facilitator_sees_what_share_of_the_time_residents_spoke()
    {
        await GiveAsync(Side.Residents);
        clock.Pass(TimeSpan.FromMinutes(3));
        await GiveAsync(Side.Professionals);
        Assert.Equal("Een professional", facilitator.Page.QuerySelector(".floor [aria-pressed=true]")!.TextContent);
        clock.Pass(TimeSpan.FromMinutes(1));
        await GiveAsync(null);
        clock.Pass(TimeSpan.FromMinutes(60));

        await facilitator.GetAsync($"/m/{Hall.Code}/leiden");

        Assert.Contains("Bewoners spraken 75% van de tijd.", facilitator.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Niemand", facilitator.Page.QuerySelector(".floor [aria-pressed=true]")!.TextContent);
    }

    [Fact]
    public async Task Two_facilitators_who_press_the_same_give_the_floor_once()
    {
        var steps = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Hall.Get<GiveFloor>().RunAsync(Hall.MeetingId, Side.Residents, "Samira", Ct), Ct)));

        Assert.Equal(1, steps.Count(step => step == MeetingStep.Done));
        Assert.Single(await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct), entry => string.Equals(entry.Kind, Deeds.FloorGiven, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_meeting_is_over_nobody_has_the_floor()
    {
        await GiveAsync(Side.Residents);
        clock.Pass(TimeSpan.FromMinutes(2));
        await Hall.CloseMeetingAsync();
        clock.Pass(TimeSpan.FromMinutes(60));

        var floor = await FloorView.OfAsync(Hall.Server.Db, Hall.MeetingId, clock.GetUtcNow(), Ct);

        Assert.Equal(2, Math.Round(floor.Time.Residents.TotalMinutes));
        Assert.Equal(MeetingStep.TooLate, await Hall.Get<GiveFloor>().RunAsync(Hall.MeetingId, Side.Professionals, "Samira", Ct));
    }

    [Fact]
    public async Task Who_was_counted_is_told_with_the_meeting_and_with_what_came_of_it()
    {
        await CountAsync("13", "5");
        await CountAsync("14", "5");

        using var reader = Hall.Server.NewVisitor();
        await reader.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        Assert.Contains("14 bewoners en 5 professionals", reader.Page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var slug = await Hall.Server.Db.FindAsync<string>("select slug from tables where id = @id", new { id = Hall.TableId }, Ct);
        await reader.GetAsync($"/tafels/{slug}/u-zei-wij-deden");
        Assert.Equal(["14", "5"], reader.Page.QuerySelectorAll(".figures dd").Select(figure => figure.TextContent));
    }

    [Fact]
    public async Task What_is_no_number_of_people_is_refused_with_what_to_fill_in()
    {
        foreach (var (residents, professionals) in ((string, string)[])[("", "5"), ("-1", "5"), ("veel", "5"), ("14", "10001")])
        {
            await CountAsync(residents, professionals);
            Assert.Contains("Vul twee getallen in", facilitator.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Hall.Server.Db.FindAsync<long>("select count(*) from attendance", null, Ct));
    }

    private async Task GiveAsync(Side? side) => await facilitator.PostAsync($"/m/{Hall.Code}/leiden?handler=Floor", ("side", $"{side}"));

    private async Task CountAsync(string residents, string professionals) =>
        await facilitator.PostAsync($"/m/{Hall.Code}/leiden?handler=Attendance", ("residents", residents), ("professionals", professionals));

    public sealed class OnSqlite() : FloorTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FloorTests(DatabaseKind.Postgres);
}
