using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Tests.Meetings;

/// <summary>The number by which a calendar sees that a meeting changed.</summary>
public abstract class CalendarSequenceTests(DatabaseKind kind) : ServerTests(kind)
{
    private static readonly MeetingPlan Plan = new("Het plein", "De Boog", new DateTimeOffset(2026, 11, 24, 18, 30, 0, TimeSpan.Zero));

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
        await ReplanAsync(Plan);
    }

    [Fact]
    public async Task A_new_name_place_or_time_raises_it_and_the_same_again_does_not()
    {
        await RisesAsync(0, () => ReplanAsync(Plan));
        await RisesAsync(1, () => ReplanAsync(Plan with { Title = "De straat" }));
        await RisesAsync(1, () => ReplanAsync(Plan));
        await RisesAsync(1, () => ReplanAsync(Plan with { Place = "De Dreef" }));
        await RisesAsync(1, () => ReplanAsync(Plan with { Place = "De Dreef", StartsAt = Plan.StartsAt.AddMinutes(15) }));
    }

    [Fact]
    public async Task Cancelling_and_putting_back_each_raise_it()
    {
        await RisesAsync(1, () => Get<CancelMeeting>().RunAsync(evening.MeetingId, "De zaal is niet vrij.", "Samira", Ct));
        await RisesAsync(0, () => Get<CancelMeeting>().RunAsync(evening.MeetingId, "Nog een keer.", "Samira", Ct));
        await RisesAsync(1, () => Get<ReinstateMeeting>().RunAsync(evening.MeetingId, "Samira", Ct));
    }

    [Fact]
    public async Task An_agenda_that_takes_another_time_raises_it_because_the_meeting_ends_at_another_hour()
    {
        var item = RowKey.New();
        var plan = new ItemPlan("Bankjes", "", 10, ItemKind.Discuss);
        var agenda = Get<AgendaStore>();

        await RisesAsync(1, () => agenda.AddAsync(item, evening.MeetingId, plan, Ct));
        await RisesAsync(0, () => agenda.ChangeAsync(item, plan with { Title = "Nieuwe bankjes" }, Ct));
        await RisesAsync(1, () => agenda.ChangeAsync(item, plan with { Minutes = 20 }, Ct));
        await RisesAsync(0, () => agenda.MoveAsync(item, 1, Ct));
        await RisesAsync(1, () => agenda.RemoveAsync(item, Ct));
    }

    [Fact]
    public async Task What_happens_in_the_meeting_is_no_news_for_a_calendar() => await RisesAsync(
        0,
        async () =>
        {
            await evening.OpenAsync();
            await evening.CloseAsync();
            return true;
        });

    private async Task RisesAsync<T>(int by, Func<Task<T>> deed)
    {
        var before = await SequenceAsync();
        await deed();
        Assert.Equal(before + by, await SequenceAsync());
    }

    private Task<bool> ReplanAsync(MeetingPlan plan) => Get<MeetingStore>().ReplanAsync(evening.MeetingId, plan, Ct);

    private Task<int> SequenceAsync() => Server.Db.FindAsync<int>("select sequence from meetings where id = @MeetingId", evening, Ct);

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : CalendarSequenceTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CalendarSequenceTests(DatabaseKind.Postgres);
}
