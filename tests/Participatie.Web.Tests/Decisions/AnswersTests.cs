using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Meetings;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Decisions;

/// <summary>What a board may and may not do with an advice.</summary>
public abstract class AnswersTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateOnly LastDay = new(2027, 1, 5);

    private Guid advice;
    private AddressedRow addressed = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var meetingId = await Db.AddMeetingAsync(Noon(LastDay.AddDays(-42)), Ct);
        advice = await Db.AddAdviceAsync(meetingId, LastDay, Ct);
        addressed = (await Store.AddressedAsync(advice, Ct))!;
    }

    private AnswerStore Store => new(Db);

    [Fact]
    public async Task An_answer_with_reasons_stands_and_is_in_the_log()
    {
        Assert.Equal(AnswerStep.Done, await AnswerAsync(LastDay, "  Er is geld voor.  "));

        var answer = (await Store.FindAsync(advice, Ct))!;
        Assert.Equal((ResponseVerdict.PartlyAdopted, "Er is geld voor.", "Noor"), (answer.Answer, answer.Reasons, answer.GivenBy));
        Assert.Equal(Standing.InTime, answer.Term.On(LastDay.AddDays(30)));
        Assert.Equivalent(new AnswerDeed(advice, ResponseVerdict.PartlyAdopted, "Er is geld voor."), (await DeedAsync(Deeds.AnswerGiven)).Read<AnswerDeed>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_answer_without_reasons_is_none(string? reasons)
    {
        Assert.Equal(AnswerStep.ReasonsMissing, await AnswerAsync(LastDay, reasons));
        Assert.Null((await Store.FindAsync(advice, Ct))!.Answer);
    }

    [Fact]
    public async Task Not_even_the_database_takes_an_answer_without_reasons() =>
        await Assert.ThrowsAnyAsync<DbException>(() => Db.ExecuteAsync(
            "insert into responses (decision_id, verdict, reasons, given_by, given_at) values (@advice, 'adopted', ' ', 'Noor', @now)",
            new { advice, now = Noon(LastDay) },
            Ct));

    [Fact]
    public async Task An_answer_on_the_evening_of_the_last_day_is_in_time_and_one_after_midnight_is_not()
    {
        var lastMinute = new DateTimeOffset(2027, 1, 5, 22, 59, 0, TimeSpan.Zero); // 23.59 in the Netherlands

        Assert.Equal(AnswerStep.Done, await new AnswerDecision(Db, new Clock(lastMinute)).RunAsync(advice, addressed, ResponseVerdict.Adopted, "Ja.", "Noor", Ct));

        Assert.Equal(Standing.InTime, (await Store.FindAsync(advice, Ct))!.Term.On(LastDay.AddDays(1)));
        await Db.ExecuteAsync("update responses set given_at = @at", new { at = lastMinute.AddMinutes(2) }, Ct);
        Assert.Equal(1, (await Store.FindAsync(advice, Ct))!.Term.DaysLate(LastDay.AddDays(90)));
    }

    [Fact]
    public async Task Of_many_who_answer_at_once_one_wins()
    {
        var steps = await Task.WhenAll(Enumerable.Range(0, 6).Select(member => Task.Run(() => AnswerAsync(LastDay, $"Reden {member}"), Ct)));

        Assert.Single(steps, AnswerStep.Done);
        Assert.Equal(5, steps.Count(step => step == AnswerStep.TooLate));
        await DeedAsync(Deeds.AnswerGiven);
    }

    [Fact]
    public async Task What_asks_for_no_answer_gets_none()
    {
        await Db.ExecuteAsync("update decisions set addressee = null, respond_by = null", null, Ct);

        Assert.Null(await Store.AddressedAsync(advice, Ct));
        Assert.Equal(AnswerStep.TooLate, await AnswerAsync(LastDay, "Reden"));
    }

    [Fact]
    public async Task An_answer_is_put_off_once_with_a_reason()
    {
        Assert.Equal(PostponeStep.ReasonMissing, await PostponeAsync(LastDay, LastDay.AddDays(14), " "));
        Assert.Equal(PostponeStep.NotLater, await PostponeAsync(LastDay.AddDays(-3), LastDay, "Vakantie"));
        Assert.Equal(PostponeStep.NotLater, await PostponeAsync(LastDay, until: null, "Vakantie"));
        Assert.Equal(PostponeStep.TooFar, await PostponeAsync(LastDay, LastDay.AddDays(PostponeAnswer.Longest + 1), "Vakantie"));
        Assert.Equal(PostponeStep.Done, await PostponeAsync(LastDay, LastDay.AddDays(14), "Vakantie"));
        Assert.Equal(PostponeStep.TooLate, await PostponeAsync(LastDay, LastDay.AddDays(21), "Weer vakantie"));

        var answer = (await Store.FindAsync(advice, Ct))!;
        Assert.Equal((LastDay.AddDays(14), "Vakantie"), (answer.PostponedTo, answer.Postponement));
        Assert.Equal(Standing.Awaited, answer.Term.On(LastDay.AddDays(14)));
        await DeedAsync(Deeds.AnswerPostponed);
    }

    [Fact]
    public async Task What_is_answered_is_not_put_off()
    {
        await AnswerAsync(LastDay, "Ja.");

        Assert.Equal(PostponeStep.TooLate, await PostponeAsync(LastDay, LastDay.AddDays(14), "Vakantie"));
    }

    [Fact]
    public async Task A_commitment_hangs_on_an_answer_and_is_told_about_until_it_is_done()
    {
        Assert.Equal(CommitmentStep.NotAnswered, await CommitAsync("Lampen plaatsen"));
        await AnswerAsync(LastDay, "Ja.");
        Assert.Equal(CommitmentStep.TextMissing, await CommitAsync(" "));
        Assert.Equal(CommitmentStep.Done, await CommitAsync("Lampen plaatsen"));
        var commitment = Assert.Single(await Store.CommitmentsAsync(advice, Ct));
        Assert.Equal(("Lampen plaatsen", "Gemeente", LastDay.AddDays(60)), (commitment.Text, commitment.Owner, commitment.Due));

        Assert.Equal(ProgressStep.TextMissing, await TellAsync(commitment.Id, "", done: true));
        Assert.Equal(ProgressStep.Done, await TellAsync(commitment.Id, "Besteld.", done: false));
        Assert.Equal(ProgressStep.Done, await TellAsync(commitment.Id, "Ze hangen.", done: true));
        Assert.Equal(ProgressStep.TooLate, await TellAsync(commitment.Id, "Nog iets.", done: false));

        Assert.NotNull(Assert.Single(await Store.CommitmentsAsync(advice, Ct)).DoneAt);
        Assert.Equal(["Besteld.", "Ze hangen."], (await Store.ProgressAsync(advice, Ct)).Select(news => news.Text));
    }

    [Fact]
    public async Task Nobody_tells_about_a_commitment_of_another_decision()
    {
        await AnswerAsync(LastDay, "Ja.");
        await CommitAsync("Lampen plaatsen");
        var commitment = Assert.Single(await Store.CommitmentsAsync(advice, Ct));
        var other = await Db.AddAdviceAsync(await Db.AddMeetingAsync(Noon(LastDay), Ct), LastDay, Ct);

        Assert.Equal(ProgressStep.TooLate, await new TellProgress(Db, At(LastDay)).RunAsync(other, addressed, commitment.Id, "Klaar", done: true, "Iemand", Ct));

        Assert.Empty(await Store.ProgressAsync(advice, Ct));
    }

    [Fact]
    public async Task The_desk_holds_what_waits_most_urgent_first_and_then_what_is_promised()
    {
        var later = await Db.AddAdviceAsync(addressed.MeetingId, LastDay.AddDays(5), Ct);
        Assert.Equal([advice, later], (await Store.DeskAsync(addressed.TableId, Ct)).Select(row => row.Id));

        await PostponeAsync(LastDay, LastDay.AddDays(14), "Vakantie");
        Assert.Equal([later, advice], (await Store.DeskAsync(addressed.TableId, Ct)).Select(row => row.Id));

        await AnswerAsync(LastDay, "Ja.");
        Assert.Equal([later], (await Store.DeskAsync(addressed.TableId, Ct)).Select(row => row.Id));

        await CommitAsync("Lampen plaatsen");
        Assert.Equal([(later, 0L), (advice, 1L)], (await Store.DeskAsync(addressed.TableId, Ct)).Select(row => (row.Id, row.OpenCommitments)));
    }

    [Fact]
    public async Task Readers_see_how_an_answer_stands()
    {
        var register = new DecisionRegister(Db);
        var waiting = Assert.Single(await register.NewestAsync(area: null, 10, 0, Ct));
        Assert.Equal((Standing.Overdue, 13), (waiting.Term.On(LastDay.AddDays(13)), waiting.Term.DaysLate(LastDay.AddDays(13))));

        await AnswerAsync(LastDay.AddDays(2), "Ja.");

        var answered = Assert.Single(await register.NewestAsync(area: null, 10, 0, Ct));
        Assert.Equal((ResponseVerdict.PartlyAdopted, Standing.Late), (answered.Verdict, answered.Term.On(LastDay.AddDays(90))));
    }

    private Task<AnswerStep> AnswerAsync(DateOnly day, string? reasons) =>
        new AnswerDecision(Db, At(day)).RunAsync(advice, addressed, ResponseVerdict.PartlyAdopted, reasons, "Noor", Ct);

    private Task<PostponeStep> PostponeAsync(DateOnly day, DateOnly? until, string reason) =>
        new PostponeAnswer(Db, Store, At(day)).RunAsync(advice, addressed, until, reason, "Noor", Ct);

    private Task<CommitmentStep> CommitAsync(string text) =>
        new MakeCommitment(Db, At(LastDay)).RunAsync(advice, addressed, text, "Gemeente", LastDay.AddDays(60), "Noor", Ct);

    private Task<ProgressStep> TellAsync(Guid commitment, string text, bool done) =>
        new TellProgress(Db, At(LastDay)).RunAsync(advice, addressed, commitment, text, done, "Noor", Ct);

    private async Task<Event> DeedAsync(string kind) =>
        Assert.Single(await Db.EventsAsync(addressed.MeetingId, Ct), entry => string.Equals(entry.Kind, kind, StringComparison.Ordinal));

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(11, 0), TimeSpan.Zero);

    private static Clock At(DateOnly day) => new(Noon(day));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    public sealed class OnSqlite() : AnswersTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AnswersTests(DatabaseKind.Postgres);
}
