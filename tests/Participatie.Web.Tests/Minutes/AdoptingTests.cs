using Participatie.Core.Minutes;
using Participatie.Core.Polls;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Adopting;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

/// <summary>From draft to published, each step once and in order.</summary>
public abstract class AdoptingTests(DatabaseKind kind) : StoreTests(kind)
{
    private const string Text = "# Klaar";

    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 18, 30, 0, TimeSpan.Zero);

    private readonly Guid resident = Guid.NewGuid();

    private Guid meetingId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meetingId = await Db.AddMeetingAsync(Evening, Ct);
        await Db.ExecuteAsync("update meetings set state = 'closed'", null, Ct);
    }

    private MinutesDesk Desk => MinutesActions.Desk(Db, meetingId);

    private CorrectionStore Corrections => new(Db);

    private async Task<MinutesState?> StateAsync() => (await new MinutesStore(Db).FindAsync(meetingId, Ct))?.State;

    private Task<ShareOutcome> ShareAsync(long revision) => MinutesActions.Share(Db).RunAsync(meetingId, revision, "Wim", Ct);

    private Task<AdoptOutcome> AdoptAsync(long revision, Guid? poll = null, string? chair = "Samira") =>
        MinutesActions.Adopt(Db).RunAsync(meetingId, revision, poll, chair, "Wim", Ct);

    private Task<PublishOutcome> PublishAsync(string? note = null) => MinutesActions.Publish(Db).RunAsync(meetingId, note, "Wim", Ct);

    private Task<SendStep> SendAsync(string? text) => new SendCorrection(Db, TimeProvider.System).RunAsync(meetingId, resident, text, Ct);

    private Task<JudgeStep> JudgeAsync(Guid id, CorrectionVerdict verdict, string? reason = null, bool hidden = false) =>
        new JudgeCorrection(Db, TimeProvider.System).RunAsync(meetingId, id, verdict, reason, hidden, "Wim", Ct);

    private async Task<Guid> CorrectionAsync(string text)
    {
        Assert.Equal(SendStep.Sent, await SendAsync(text));
        return (await Corrections.OfMeetingAsync(meetingId, Ct))[^1].Id;
    }

    [Fact]
    public async Task Published_minutes_are_frozen_and_each_step_is_in_the_log()
    {
        await Desk.PublishAsync(Text);

        Assert.Equal(MinutesState.Published, await StateAsync());
        var version = await Db.FindAsync<(int, string, string, string)>("select version, markdown, html, sha256 from minutes_versions", null, Ct);
        Assert.Equal((1, Text, "<h2 id=\"verslag-klaar\">Klaar</h2>\n", FrozenMinutes.Fingerprint(Text)), version);
        var events = await Db.EventsAsync(meetingId, Ct);
        Assert.Equal([Deeds.MinutesShared, Deeds.MinutesAdopted, Deeds.MinutesPublished], events.Select(entry => entry.Kind));
        Assert.Equivalent(new PublicationDeed(1, version.Item4, FrozenMinutes.Fingerprint(version.Item3), []), events[^1].Read<PublicationDeed>(), strict: true);
    }

    [Fact]
    public async Task No_step_can_be_skipped()
    {
        Assert.Equal(ShareOutcome.Empty, await ShareAsync(1));
        var revision = await Desk.SaveAsync(Text);
        Assert.Equal(AdoptOutcome.NotShared, await AdoptAsync(revision));
        Assert.Equal(PublishOutcome.NotAdopted, await PublishAsync());

        await ShareAsync(revision);
        Assert.Equal(PublishOutcome.NotAdopted, await PublishAsync());
        Assert.Equal(0, await Db.FindAsync<long>("select count(*) from minutes_versions", null, Ct));
    }

    [Fact]
    public async Task Minutes_of_a_meeting_that_goes_on_are_not_shared()
    {
        await Db.ExecuteAsync("update meetings set state = 'open'", null, Ct);

        Assert.Equal(ShareOutcome.MeetingNotClosed, await ShareAsync(await Desk.SaveAsync(Text)));

        Assert.Equal(MinutesState.Draft, await StateAsync());
        Assert.Empty(await Db.EventsAsync(meetingId, Ct));
    }

    [Theory]
    [InlineData(" \n\t ", ShareOutcome.Empty)]
    [InlineData("::: besluit\nTema: wonen\n\nTekst\n:::", ShareOutcome.Mistaken)]
    public async Task A_text_that_cannot_be_published_is_not_shared(string text, ShareOutcome outcome) =>
        Assert.Equal(outcome, await ShareAsync(await Desk.SaveAsync(text)));

    [Fact]
    public async Task Who_shares_after_somebody_else_saved_is_told_so()
    {
        var seen = await Desk.SaveAsync("Een");
        await Desk.SaveAsync("Twee");

        Assert.Equal(ShareOutcome.TooLate, await ShareAsync(seen));
    }

    [Fact]
    public async Task What_is_saved_after_sharing_must_be_shared_again_before_it_is_adopted()
    {
        await Desk.ShareAsync("Een");
        var revision = await Desk.SaveAsync("Twee");

        Assert.Equal(AdoptOutcome.NotShared, await AdoptAsync(revision));
        await ShareAsync(revision);
        Assert.Equal(AdoptOutcome.Adopted, await AdoptAsync(revision));
    }

    [Fact]
    public async Task An_adopted_text_cannot_be_changed_until_somebody_makes_it_a_draft_again()
    {
        await Desk.AdoptAsync(Text);

        Assert.Equal(SaveOutcome.Frozen, await MinutesActions.Save(Db).RunAsync(meetingId, "Anders", 1, "Wim", Ct));

        var reopen = new ReopenMinutes(Db, TimeProvider.System);
        Assert.True(await reopen.RunAsync(meetingId, "Wim", Ct));
        Assert.False(await reopen.RunAsync(meetingId, "Wim", Ct));
        Assert.Equal(SaveOutcome.Saved, await MinutesActions.Save(Db).RunAsync(meetingId, "Anders", 1, "Wim", Ct));
        Assert.Equal(PublishOutcome.NotAdopted, await PublishAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Somebody_adopts_minutes(string? chair) =>
        Assert.Equal(AdoptOutcome.AdopterMissing, await AdoptAsync(await Desk.ShareAsync(Text), chair: chair));

    [Fact]
    public async Task A_correction_waits_for_an_answer_before_the_minutes_are_adopted()
    {
        var revision = await Desk.ShareAsync(Text);
        var correction = await CorrectionAsync(" Het was dinsdag. ");

        Assert.Equal(AdoptOutcome.CorrectionsOpen, await AdoptAsync(revision));
        Assert.Equal(JudgeStep.ReasonMissing, await JudgeAsync(correction, CorrectionVerdict.Declined, " "));
        Assert.Equal(JudgeStep.Done, await JudgeAsync(correction, CorrectionVerdict.Declined, "Het was woensdag."));
        Assert.Equal(JudgeStep.TooLate, await JudgeAsync(correction, CorrectionVerdict.Accepted));

        Assert.Equal(AdoptOutcome.Adopted, await AdoptAsync(revision));
        var kept = Assert.Single(await Corrections.SeenByAsync(meetingId, participant: null, Ct));
        Assert.Equal(("Het was dinsdag.", CorrectionVerdict.Declined, "Het was woensdag.", false), (kept.Text, kept.Verdict, kept.Reason, kept.IsOwn));
    }

    [Fact]
    public async Task The_log_holds_neither_what_a_participant_wrote_nor_who()
    {
        await Desk.ShareAsync(Text);
        await JudgeAsync(await CorrectionAsync("Mijn buurvrouw heet Fatima."), CorrectionVerdict.Accepted);

        var deed = (await Db.EventsAsync(meetingId, Ct))[^1];
        Assert.Equal(Deeds.CorrectionJudged, deed.Kind);
        Assert.DoesNotContain("Fatima", deed.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(resident.ToString(), deed.Data, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_correction_nobody_decided_upon_is_seen_by_its_sender_only()
    {
        await Desk.ShareAsync(Text);
        await CorrectionAsync("Het was dinsdag.");

        Assert.Empty(await Corrections.SeenByAsync(meetingId, Guid.NewGuid(), Ct));
        Assert.True(Assert.Single(await Corrections.SeenByAsync(meetingId, resident, Ct)).IsOwn);
    }

    [Fact]
    public async Task Corrections_are_refused_when_they_are_empty_too_long_too_many_or_too_late()
    {
        Assert.Equal(SendStep.NotOpen, await SendAsync("Nog geen concept"));
        var revision = await Desk.ShareAsync(Text);

        Assert.Equal(SendStep.Empty, await SendAsync(" \0 "));
        Assert.Equal(SendStep.TooLong, await SendAsync(new string('a', SendCorrection.LongestText + 1)));
        for (var number = 0; number < 10; number++)
            await JudgeAsync(await CorrectionAsync($"Fout {number}"), CorrectionVerdict.Accepted);
        for (var number = 0; number < 10; number++)
            await CorrectionAsync($"Nog een {number}");
        Assert.Equal(SendStep.TooMany, await SendAsync("Te veel"));

        foreach (var waiting in (await Corrections.OfMeetingAsync(meetingId, Ct)).Where(correction => correction.Verdict is null))
            await JudgeAsync(waiting.Id, CorrectionVerdict.Accepted);
        await AdoptAsync(revision);
        Assert.Equal(SendStep.NotOpen, await SendAsync("Te laat"));
    }

    [Fact]
    public async Task A_vote_of_a_later_meeting_of_the_table_adopts_minutes()
    {
        var revision = await Desk.ShareAsync(Text);
        var adopted = await AddLaterPollAsync(yes: 3, no: 1);
        var rejected = await AddLaterPollAsync(yes: 1, no: 3);

        Assert.Equal([adopted], (await new AdoptingPolls(Db).OfMeetingAsync(meetingId, Ct)).Select(poll => poll.Id));
        Assert.Equal(AdoptOutcome.AdopterMissing, await AdoptAsync(revision, rejected, chair: "Samira"));
        Assert.Equal(AdoptOutcome.Adopted, await AdoptAsync(revision, adopted, chair: "Samira"));
        await PublishAsync();

        Assert.Equal((adopted, null), await Db.FindAsync<(Guid?, string?)>("select adoption_poll, adopted_by from published_minutes", null, Ct));
    }

    [Fact]
    public async Task Of_many_who_publish_at_once_one_wins()
    {
        await Desk.AdoptAsync(Text);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PublishAsync(), Ct)));

        Assert.Single(outcomes, PublishOutcome.Published);
        Assert.Equal(5, outcomes.Count(outcome => outcome == PublishOutcome.NotAdopted));
        Assert.Single(await Db.EventsAsync(meetingId, Ct), entry => entry.Kind is Deeds.MinutesPublished);
    }

    [Fact]
    public async Task A_correction_after_publishing_is_a_new_version_that_says_what_is_different()
    {
        await Desk.PublishAsync("Een");
        await new ReopenMinutes(Db, TimeProvider.System).RunAsync(meetingId, "Wim", Ct);
        await Desk.AdoptAsync("Twee");

        Assert.Equal(PublishOutcome.NoteMissing, await PublishAsync(" "));
        Assert.Equal(PublishOutcome.Published, await PublishAsync("Een was fout."));

        Assert.Equal(
            [(1, "Een", ""), (2, "Twee", "Een was fout.")],
            await Db.QueryAsync<(int, string, string)>("select version, markdown, note from minutes_versions order by version", null, Ct));
        Assert.Equal(2, await Db.FindAsync<int>("select version from published_minutes", null, Ct));
    }

    private async Task<Guid> AddLaterPollAsync(int yes, int no)
    {
        var (later, item, poll) = (RowKey.New(), RowKey.New(), RowKey.New());
        await Db.ExecuteAsync(
            """
            insert into meetings (id, table_id, code, title, place, starts_at, state, revision)
            select @later, table_id, @code, 'Volgende keer', 'De Dreef', @at, 'closed', 1 from meetings where id = @meetingId;
            insert into agenda_items (id, meeting_id, position, title, description, minutes, kind) values (@item, @later, 1, 'Verslag', '', 5, 'decide');
            insert into polls (id, meeting_id, item_id, question, method, binding, secret, state, closed_at, outcome)
            values (@poll, @later, @item, 'Klopt het verslag?', 'yesNoAbstain', @binding, @binding, 'released', @at, @outcome);
            """,
            new
            {
                later,
                item,
                poll,
                meetingId,
                code = $"{yes}{no}LATER",
                at = Evening.AddDays(28),
                binding = true,
                outcome = Json.Write(Piles.Decide(new YesNoAbstain(), [yes, no, 0])),
            },
            Ct);
        return poll;
    }

    public sealed class OnSqlite() : AdoptingTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AdoptingTests(DatabaseKind.Postgres);
}
