using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Who wants to say something waits in a queue that everybody can trust, and that nobody keeps.</summary>
public abstract class SpeakerQueueTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly TestClock clock = new();

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

    [Fact]
    public async Task A_resident_raises_a_hand_sees_the_place_in_the_queue_and_is_called()
    {
        using var anna = await RaiseAsync("Anna");
        using var bilal = await RaiseAsync("");
        Assert.Equal("Je hand is omhoog. Je bent de volgende.", HandOf(anna));
        Assert.Equal("Je hand is omhoog. Wachten voor jou: 1.", HandOf(bilal));

        using var facilitator = await FacilitatorAsync();
        Assert.Equal(["Anna", "Iemand"], facilitator.Page.QuerySelectorAll(".queue b").Select(name => name.TextContent));
        await facilitator.SubmitAsync(form: ".queue li:first-child form", button: "button");

        Assert.Contains("Anna", facilitator.Page.QuerySelector(".speaking")!.TextContent, StringComparison.Ordinal);
        await anna.GetAsync($"/m/{Hall.Code}");
        await bilal.GetAsync($"/m/{Hall.Code}");
        Assert.Equal("Je bent aan de beurt.", HandOf(anna));
        Assert.Equal("Je hand is omhoog. Je bent de volgende.", HandOf(bilal));
    }

    [Fact]
    public async Task Whoever_presses_twice_is_in_the_queue_once()
    {
        var anna = Guid.NewGuid();

        var raised = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RaiseAsync(anna), Ct)));

        Assert.Single(raised, done => done);
        Assert.Single((await ListAsync()).Waiting);
    }

    [Fact]
    public async Task Whoever_spoke_least_is_called_first()
    {
        var (anna, bilal) = (Guid.NewGuid(), Guid.NewGuid());
        await RaiseAsync(anna);
        await CallAsync(anna);
        clock.Pass(TimeSpan.FromMinutes(3));
        await Hall.Get<GiveFloor>().RunAsync(Hall.MeetingId, side: null, Hall.Facilitator, Ct);

        await RaiseAsync(anna);
        clock.Pass(TimeSpan.FromMinutes(1));
        await RaiseAsync(bilal);

        Assert.Equal([bilal, anna], (await ListAsync()).Waiting.Select(hand => hand.ParticipantId));
    }

    [Fact]
    public async Task Two_facilitators_who_call_at_once_give_one_person_the_floor()
    {
        var people = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();
        foreach (var person in people)
            await RaiseAsync(person);

        await Task.WhenAll(people.Select(person => Task.Run(() => CallAsync(person), Ct)));

        var list = await ListAsync();
        Assert.NotNull(list.Speaking);
        Assert.Empty(list.Waiting);
        Assert.Equal(1, await CountAsync("speaking"));
    }

    [Fact]
    public async Task The_log_keeps_the_side_and_nothing_of_the_person()
    {
        var anna = Guid.NewGuid();
        await RaiseAsync(anna, "Anna van de hoek", Side.Professionals);
        await CallAsync(anna);

        var events = await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct);
        Assert.Equal(Side.Professionals, events.Single(entry => string.Equals(entry.Kind, Deeds.FloorGiven, StringComparison.Ordinal)).Read<FloorDeed>().Side);
        Assert.DoesNotContain(events, entry => entry.Data.Contains("Anna", StringComparison.Ordinal) || entry.Data.Contains(anna.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_meeting_no_hand_is_left_and_none_goes_up()
    {
        await RaiseAsync(Guid.NewGuid(), "Anna");
        await Hall.CloseMeetingAsync();

        Assert.Equal(0, await Hall.Server.Db.FindAsync<long>("select count(*) from hands", null, Ct));
        Assert.False(await RaiseAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Screens_hear_of_the_queue_and_nobody_hears_whose_hands_they_are()
    {
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), cookies: null, "queueChanged");
        await phone.InvokeAsync("Join", Hall.Code);
        var anna = Guid.NewGuid();

        await RaiseAsync(anna, "Anna");
        var queue = (await phone.HearAsync("queueChanged")).Arguments[0];

        Assert.Equal(["speaking", "waiting"], queue.EnumerateObject().Select(part => part.Name));
        Assert.Equal(JsonValueKind.Null, queue.GetProperty("speaking").ValueKind);
        Assert.Equal((await ListAsync()).Waiting[0].Id.ToString(), queue.GetProperty("waiting")[0].GetString());
        Assert.DoesNotContain(anna.ToString(), (await phone.InvokeAsync("Join", Hall.Code)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_goes_down_by_its_owner_and_by_the_facilitator()
    {
        using var anna = await RaiseAsync("Anna");
        await RaiseAsync(Guid.NewGuid());
        await RaiseAsync(Guid.NewGuid());

        await anna.GetAsync($"/m/{Hall.Code}/hand");
        await anna.SubmitAsync();
        Assert.Equal(2, (await ListAsync()).Waiting.Count);

        using var facilitator = await FacilitatorAsync();
        await facilitator.SubmitAsync(form: "form[action$=leegmaken]");
        Assert.Empty((await ListAsync()).Waiting);
    }

    private async Task<Visitor> RaiseAsync(string name)
    {
        var visitor = Hall.Server.NewVisitor();
        await visitor.GetAsync($"/m/{Hall.Code}/hand");
        await visitor.SubmitAsync(form => form.Type("naam", name));
        Assert.Equal($"/m/{Hall.Code}", visitor.Path);
        clock.Pass(TimeSpan.FromSeconds(1));
        return visitor;
    }

    private Task<bool> RaiseAsync(Guid participant, string? name = null, Side side = Side.Residents) =>
        Hall.Get<RaiseHand>().RunAsync(Hall.MeetingId, participant, name, side, Ct);

    private async Task<MeetingStep> CallAsync(Guid participant) =>
        await Hall.Get<CallSpeaker>().RunAsync(Hall.MeetingId, (await ListAsync()).Waiting.First(hand => hand.ParticipantId == participant).Id, Hall.Facilitator, Ct);

    private Task<SpeakerList> ListAsync() => Hall.Get<Hands>().OfMeetingAsync(Hall.MeetingId, Ct);

    private Task<long> CountAsync(string state) => Hall.Server.Db.FindAsync<long>("select count(*) from hands where state = @state", new { state }, Ct);

    private async Task<Visitor> FacilitatorAsync()
    {
        var facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await facilitator.GetAsync($"/m/{Hall.Code}/leiden");
        return facilitator;
    }

    private static string HandOf(Visitor visitor) => visitor.Page.QuerySelector("#hand:not([hidden]) span")!.TextContent;

    public sealed class OnSqlite() : SpeakerQueueTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SpeakerQueueTests(DatabaseKind.Postgres);
}
