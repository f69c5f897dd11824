using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Privacy;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Privacy;

/// <summary>Two people took part in everything, in a meeting that closed.</summary>
public abstract class ForgetParticipantsTests(DatabaseKind kind) : HallTests(kind)
{
    private static readonly TimeSpan Year = ForgetParticipants.After;

    private readonly TestClock clock = new();
    private Guid anna;
    private Guid poll;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Hall.Server.Db.ExecuteAsync("update meetings set starts_at = @now", new { now = clock.GetUtcNow() }, Ct);
        anna = await Hall.NewPassHolderAsync();
        var bilal = await Hall.NewPassHolderAsync();
        poll = await Hall.OpenPollAsync(secret: false);
        foreach (var participant in (Guid[])[anna, bilal])
        {
            await Hall.VoteAsync(poll, participant, 0);
            foreach (var _ in (int[])[1, 2])
                await Hall.Server.Db.ExecuteAsync(WrittenSql, new { id = RowKey.New(), other = RowKey.New(), Hall.MeetingId, participant, anna, bilal, now = clock.GetUtcNow() }, Ct);
        }
    }

    private const string WrittenSql =
        """
        insert into contributions (id, meeting_id, participant_id, kind, text, state, sent_at) values (@id, @MeetingId, @participant, 'topic', 'Bankjes', 'shown', @now);
        insert into contribution_supporters (contribution_id, participant_id) values (@id, @anna), (@id, @bilal);
        insert into corrections (id, meeting_id, participant_id, text, sent_at, verdict, reason, judged_by, judged_at)
        values (@other, @MeetingId, @participant, 'Het waren er drie', @now, 'declined', 'Het waren er vier', 'Samira', @now);
        """;

    [Fact]
    public async Task A_year_later_nothing_hangs_on_a_phone_and_all_that_was_said_and_decided_stays()
    {
        await CloseAsync();
        var outcome = await Hall.OutcomeAsync(poll);
        Assert.NotEqual(0, await Hall.CountAsync("ballots", poll));

        clock.Pass(Year + TimeSpan.FromDays(1));
        await RunAsync();

        var participants = await Hall.Server.Db.QueryAsync<Guid>(ParticipantsSql, null, Ct);
        Assert.Equal(2 + 4 + 8 + 4, participants.Count);
        Assert.Equal(participants.Count, participants.Distinct().Count());
        Assert.DoesNotContain(anna, participants);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll) + await Hall.CountAsync("ballot_secrets", poll));
        Assert.Equal(outcome!.Tally.Counts, (await Hall.OutcomeAsync(poll))!.Tally.Counts);
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
        Assert.Equal(1, await Hall.Server.Db.FindAsync<long>("select count(*) from minutes_versions", null, Ct));
        Assert.Equal(1, await Hall.Server.Db.FindAsync<long>("select count(*) from minutes_revisions", null, Ct));

        await RunAsync();
        Assert.Equal(participants.Order(), (await Hall.Server.Db.QueryAsync<Guid>(ParticipantsSql, null, Ct)).Order());
    }

    [Fact]
    public async Task Until_then_and_as_long_as_a_meeting_goes_on_nothing_is_forgotten()
    {
        var before = await Hall.Server.Db.QueryAsync<Guid>(ParticipantsSql, null, Ct);
        clock.Pass(Year * 2);
        await RunAsync();
        Assert.Equal(before.Order(), (await Hall.Server.Db.QueryAsync<Guid>(ParticipantsSql, null, Ct)).Order());

        await CloseAsync();
        clock.Pass(-Year - Year + TimeSpan.FromDays(300));
        await RunAsync();
        Assert.Equal(before.Order(), (await Hall.Server.Db.QueryAsync<Guid>(ParticipantsSql, null, Ct)).Order());
    }

    private const string ParticipantsSql =
        """
        select participant_id from passes where participant_id is not null
        union all select participant_id from contributions
        union all select participant_id from contribution_supporters
        union all select participant_id from corrections
        """;

    private async Task CloseAsync()
    {
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        await Hall.CloseMeetingAsync();
        await Hall.Minutes.PublishAsync("# Verslag");
    }

    private Task RunAsync() => new ForgetParticipants(Hall.Server.Db, Hall.Get<Scrubber>(), clock, NullLogger<ForgetParticipants>.Instance).RunAsync(Ct);

    public sealed class OnSqlite() : ForgetParticipantsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ForgetParticipantsTests(DatabaseKind.Postgres);
}
