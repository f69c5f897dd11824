using System.Text.Json;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Planning;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Polls;

/// <summary>One poll, one tally, and each voter reads it in a language of their own.</summary>
public abstract class TranslatedPollTests(DatabaseKind kind) : HallTests(kind)
{
    private static readonly Language Arabic = Language.Find("ar")!;
    private static readonly Language Polish = Language.Find("pl")!;

    [Fact]
    public async Task A_facilitator_translates_a_question_and_phones_of_that_language_show_it()
    {
        var poll = await Hall.AddPollAsync(method: new SingleChoice(Majority.Ordinary));
        await TranslateAsync(poll, "pl", "Czy będą ławki?", "Tak\nNie\nWstrzymuję się");
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        var polish = (await Hall.SnapshotAsync()).In(Polish).Poll!;
        var arabic = (await Hall.SnapshotAsync()).In(Arabic).Poll!;

        Assert.Equal(("Czy będą ławki?", "pl"), (polish.Question, polish.QuestionLanguage));
        Assert.Equal(["Tak", "Nie", "Wstrzymuję się"], polish.Options);
        Assert.Contains("<span lang=\"pl\" dir=\"auto\">Tak</span>", polish.Ballot, StringComparison.Ordinal);
        Assert.Equal(("Komen er bankjes?", "nl"), (arabic.Question, arabic.QuestionLanguage));
        Assert.Equal(Hall.YesNo, arabic.Options);
    }

    [Fact]
    public async Task What_a_method_offers_itself_needs_no_translation_by_hand()
    {
        await Hall.OpenPollAsync();

        var poll = (await Hall.SnapshotAsync()).In(Arabic).Poll!;

        Assert.Equal(("Komen er bankjes?", "nl"), (poll.Question, poll.QuestionLanguage));
        Assert.Equal("نعم", poll.Options[0]);
        Assert.Contains("lang=\"ar\"", poll.Ballot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_of_other_Dutch_words_is_shown_to_nobody()
    {
        var poll = await Hall.AddPollAsync();
        await TranslateAsync(poll, "pl", "Czy będą ławki?", "Tak\nNie\nWstrzymuję się");
        var plan = new PollPlan("Komen er lampen?", new YesNoAbstain(), Hall.YesNo, Binding: false, Secret: true);
        Assert.True(await Hall.Get<PollStore>().ChangeAsync(poll, plan, Ct));
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        Assert.Equal("Komen er lampen?", (await Hall.SnapshotAsync()).In(Polish).Poll!.Question);
    }

    [Fact]
    public async Task The_words_in_all_languages_freeze_when_voting_opens_and_are_in_the_log()
    {
        var poll = await Hall.AddPollAsync();
        await TranslateAsync(poll, "pl", "Czy będą ławki?", "Tak\nNie\nWstrzymuję się");
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        var card = (await Hall.Get<PollStore>().FindAsync(poll, Ct))!;
        Assert.False(await Hall.Get<PollStore>().TranslateAsync(poll, new Dictionary<string, PollTranslation>(StringComparer.Ordinal), Ct));

        var opened = (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct)).Single(entry => string.Equals(entry.Kind, Deeds.PollOpened, StringComparison.Ordinal)).Read<PollDeed>();
        Assert.Equal("Czy będą ławki?", opened.Translations!["pl"].Question);
        Assert.Equal("Czy będą ławki?", card.TranslationIn(Polish)!.Question);
    }

    [Fact]
    public async Task The_verdict_is_said_in_the_language_of_the_reader()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);

        Assert.Equal("Alle 2 stemmen zijn ja.", (await Hall.SnapshotAsync()).Poll!.Outcome!.Sentence);
        Assert.Equal("All 2 votes are yes.", (await Hall.SnapshotAsync()).In(Language.Find("en")!).Poll!.Outcome!.Sentence);
    }

    [Fact]
    public async Task The_hub_speaks_the_language_of_the_page()
    {
        var hub = new Uri(Hall.Server.Address, "/hubs/meeting?taal=ar");
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(hub, cookies: null, "meetingChanged");
        await phone.InvokeAsync("Join", Hall.Code);

        await Hall.OpenPollAsync();
        var poll = (await phone.HearAsync("meetingChanged", news => news.Arguments[0].GetProperty("poll").ValueKind != JsonValueKind.Null))
            .Arguments[0].GetProperty("poll");

        Assert.Equal("نعم", poll.GetProperty("options")[0].GetString());
        Assert.False(poll.TryGetProperty("words", out _));
    }

    private async Task TranslateAsync(Guid poll, string language, string question, string options)
    {
        using var facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await facilitator.GetAsync(TranslationsModel.AddressOf(poll));
        await facilitator.SubmitAsync(form =>
        {
            form.Type($"Input[{language}].Question", question);
            form.Type($"Input[{language}].Options", options);
        });
        Assert.Equal($"/beheer/bijeenkomsten/{Hall.MeetingId}", facilitator.Path);
    }

    public sealed class OnSqlite() : TranslatedPollTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TranslatedPollTests(DatabaseKind.Postgres);
}
