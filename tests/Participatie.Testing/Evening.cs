using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Polls;
using Participatie.Web.Tables;

namespace Participatie.Testing;

/// <summary>A table that meets, with one vote, held with the application's own actions.</summary>
public sealed class Evening(TestServer server)
{
    public const string Email = "samira@example.org";
    public const string Password = "een heel lang wachtwoord";
    public const string TableSlug = "wijktafel-overvecht";
    public const string Question = "Moet 30% van het geld naar jongerenwerk?";

    private const string Actor = "Samira de Vries";

    public Guid MeetingId { get; private set; }

    public string Code { get; private set; } = "";

    public Guid ItemId { get; } = RowKey.New();

    public Guid PollId { get; } = RowKey.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Evening> PlanAsync(TestServer server)
    {
        var evening = new Evening(server);
        await evening.PlanAsync();
        return evening;
    }

    public async Task OpenAsync()
    {
        await Get<OpenMeeting>().RunAsync(await ViewAsync(), Actor, Ct);
        await Get<StartItem>().RunAsync(MeetingId, ItemId, Actor, Ct);
    }

    /// <summary>Three vote for, one against.</summary>
    public async Task VoteAsync()
    {
        var codes = await Get<Passes>().IssueAsync(MeetingId, 4, Ct);
        await Get<OpenPoll>().RunAsync(PollId, Actor, Ct);
        foreach (var (number, code) in codes)
        {
            var participant = Guid.NewGuid();
            await Get<UsePass>().RunAsync((await Get<Passes>().FindAsync(code, Ct))!, participant);
            var answer = await Get<CastVote>().RunAsync(PollId, new Voter(MeetingId, participant), [new Choice(number == 1 ? 1 : 0)], attempt: 1);
            Assert.Equal(Verdict.Accepted, answer.Verdict);
        }

        await Get<ClosePoll>().RunAsync(PollId, Actor, Ct);
    }

    public Task ReleaseAsync() => Get<ReleasePoll>().RunAsync(PollId, Actor, Ct);

    public async Task CloseAsync() => await Get<CloseMeeting>().RunAsync(await ViewAsync(), Actor, Ct);

    /// <summary>Samira writes the minutes of this table.</summary>
    public async Task AddMinuteTakerAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AddStaff>().RunAsync(Email, Actor, StaffRole.MinuteTaker, TableSlug, Password, Ct);
    }

    /// <summary>Publishes the minutes as they were drafted.</summary>
    public async Task PublishAsync()
    {
        var meeting = (await Get<MinutesStore>().FindMeetingAsync(Code, Ct))!;
        var text = await Get<DraftMinutes>().RunAsync(MeetingId, meeting.Heading, Ct);
        await Minutes.PublishAsync(text);
    }

    public MinutesDesk Minutes => ActivatorUtilities.CreateInstance<MinutesDesk>(server.Services, MeetingId);

    private async Task PlanAsync()
    {
        await Get<SeedAreas>().RunAsync(Ct);
        await Get<AddTable>().RunAsync("Wijktafel Overvecht", TableKind.Neighbourhood, "utrecht-overvecht", Ct);
        await Get<AddTable>().RunAsync("Bestuurstafel Overvecht", TableKind.Board, "utrecht-overvecht", Ct);
        var table = (await Get<TableStore>().TablesAsync(Ct)).Single(table => string.Equals(table.Slug, TableSlug, StringComparison.Ordinal));

        MeetingId = await Get<PlanMeeting>().RunAsync(table.Id, new MeetingPlan("Geld voor <jongeren>", "De Dreef", TimeProvider.System.GetUtcNow().AddHours(1)), Ct);
        Code = (await server.Db.FindAsync<string>("select code from meetings where id = @MeetingId", new { MeetingId }, Ct))!;
        await Get<AgendaStore>().AddAsync(ItemId, MeetingId, new ItemPlan("Jongerenwerk", "Waar gaat het **geld** heen? <script>", 20, ItemKind.Decide), Ct);
        await Get<PollStore>().AddAsync(PollId, ItemId, new PollPlan(Question, new YesNoAbstain(), ["Ja", "Nee", "Ik stem niet mee"], Binding: true, Secret: true), Ct);
    }

    private async Task<MeetingView> ViewAsync() => (await Get<MeetingRooms>().FindAsync(MeetingId))!.Snapshot.Meeting;

    private T Get<T>()
        where T : notnull =>
        server.Services.GetRequiredService<T>();
}
