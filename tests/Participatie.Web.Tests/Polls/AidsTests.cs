using System.Net;
using AngleSharp.Dom;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Undoing;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Aids;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Meetings;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Polls;

/// <summary>Who reads with difficulty sees a picture with an option, and hears the question from somebody's mouth.</summary>
public abstract class AidsTests(DatabaseKind kind) : HallTests(kind)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];
    private static readonly byte[] Mp3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, 1, 2, 3];

    [Fact]
    public async Task A_picture_stands_beside_its_option_on_phone_and_result_and_is_fetched_once()
    {
        var poll = await Hall.AddPollAsync();
        using (var samira = await EnterAsync(poll))
        {
            await ShowAsync(samira, poll, "Ja", "Een duim omhoog", ("duim.png", Png));
            Assert.Equal("Het plaatje staat bij de keuze.", samira.Page.QuerySelector("[role=status]")!.TextContent);
        }

        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);
        using var anna = new Resident(Hall.Server);
        await anna.TypeCodeAsync(Hall.Code);

        var option = anna.Phone.Page.QuerySelectorAll("button.choice").Single(choice => choice.QuerySelector("img") is not null);
        var picture = option.QuerySelector("img")!;
        Assert.Equal(("Ja", "Een duim omhoog"), (option.TextContent.Trim(), picture.GetAttribute("alt")));
        using var answer = await anna.Phone.Http.GetAsync(picture.GetAttribute("src"), Ct);
        Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        for (var voter = 0; voter < 10; voter++)
            await Hall.VoteAsync(poll, Guid.NewGuid(), voter % 2);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        Assert.Contains("Een duim omhoog", (await Hall.SnapshotAsync()).Poll!.Outcome!.Chart, StringComparison.Ordinal);
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
    }

    [Fact]
    public async Task A_recording_is_heard_by_who_reads_the_words_that_are_spoken()
    {
        var poll = await Hall.AddPollAsync();
        await Hall.Get<PollStore>().TranslateAsync(poll, Polish(await CardAsync(poll)), Ct);
        using var samira = await EnterAsync(poll);
        await SayAsync(samira, poll, "Komen er bankjes?", ("vraag.mp3", Mp3));
        await SayAsync(samira, poll, "Tak", ("tak.mp3", [.. Mp3, 9]));
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        var snapshot = await Hall.SnapshotAsync();
        var (dutch, polish) = (snapshot.Poll!, snapshot.In(Language.Find("pl")!).Poll!);

        Assert.StartsWith("/media/", dutch.Recording, StringComparison.Ordinal);
        Assert.Null(polish.Recording);
        Assert.DoesNotContain("data-recording", dutch.Ballot, StringComparison.Ordinal);
        Assert.Contains("data-recording=\"/media/", polish.Ballot, StringComparison.Ordinal);
        using var answer = await samira.Http.GetAsync(dutch.Recording, Ct);
        Assert.Equal("audio/mpeg", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Words_that_change_lose_their_picture_and_other_options_keep_theirs()
    {
        var poll = await Hall.AddPollAsync(method: new SingleChoice(Majority.Ordinary));
        await BringAsync(poll, "Ja", Png);
        await BringAsync(poll, "Nee", [.. Png, 5]);

        await Hall.Get<PollStore>().ChangeAsync(poll, (await CardAsync(poll)).ToPlan() with { Options = ["Nee", "Jazeker"] }, Ct);
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        var ballot = (await Hall.SnapshotAsync()).Poll!.Ballot!;
        Assert.Equal(1, ballot.Split("<img").Length - 1);
        Assert.True(ballot.IndexOf("<img", StringComparison.Ordinal) < ballot.IndexOf("Jazeker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_and_a_copy_keeps_its_own()
    {
        var poll = await Hall.AddPollAsync();
        await BringAsync(poll, "Ja", Png);
        var meeting = (await Hall.Get<MeetingStore>().FindAsync(Hall.MeetingId, Ct))!;
        await Hall.Get<CopyMeeting>().RunAsync(meeting, new MeetingPlan("Nog een keer", "De Boog", DateTimeOffset.UnixEpoch), Ct);
        Assert.Equal(2, await CountAsync());

        await Hall.Get<ChangeAids>().HideAsync(poll, "Ja", Ct);
        Assert.Equal(1, await CountAsync());
        Assert.Empty((await CardAsync(poll)).Aids.Pictures);

        await Hall.Get<PollStore>().RemoveAsync(poll, Ct);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_poll_whose_opening_was_taken_back_keeps_its_pictures()
    {
        var poll = await Hall.AddPollAsync();
        await BringAsync(poll, "Ja", Png);
        await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct);

        await Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, (await Hall.Get<UndoStep>().FindAsync(Hall.MeetingId, Ct))!.Number, Hall.Facilitator, Ct);

        var draft = Assert.Single(await Hall.Get<PollStore>().OfMeetingAsync(Hall.MeetingId, Ct));
        Assert.Equal(["Ja"], draft.Aids.Pictures.Keys);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Once_people_vote_nothing_beside_an_option_changes()
    {
        var poll = await Hall.OpenPollAsync();

        Assert.Equal(AidOutcome.Frozen, await Hall.Get<ChangeAids>().ShowAsync(poll, "Ja", "Een duim", Png, Ct));
        using var samira = await EnterAsync(poll);
        Assert.Empty(samira.Page.QuerySelectorAll("input[type=file]"));
    }

    [Fact]
    public async Task What_is_no_picture_is_too_large_or_says_nothing_is_refused_in_words_and_loses_nothing()
    {
        var poll = await Hall.AddPollAsync();
        using var samira = await EnterAsync(poll);

        await ShowAsync(samira, poll, "Ja", "Een duim", ("duim.png", Mp3));
        Assert.Equal("Dit is geen plaatje dat elke telefoon kan laten zien. Kies een PNG, JPG of WebP.", Fault(samira));
        Assert.Equal("Een duim", samira.Page.QuerySelector("#tekst-1")!.GetAttribute("value"));
        await ShowAsync(samira, poll, "Ja", "Een duim", ("duim.png", [.. Png, .. new byte[ChangeAids.LargestPicture]]));
        Assert.StartsWith("Het bestand is te groot: hoogstens 60 kB.", Fault(samira), StringComparison.Ordinal);
        await ShowAsync(samira, poll, "Ja", " ", ("duim.png", Png));
        Assert.StartsWith("Schrijf kort wat er op het plaatje te zien is.", Fault(samira), StringComparison.Ordinal);
        await SayAsync(samira, poll, "Ja", ("ja.mp3", Png));
        Assert.StartsWith("Dit is geen geluid", Fault(samira), StringComparison.Ordinal);
        await ShowAsync(samira, poll, "Nooit gevraagd", "Een duim", ("duim.png", Png));
        Assert.StartsWith("De vraag is veranderd.", Fault(samira), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("/media/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/media/..%2F..%2Fetc")]
    public async Task What_nobody_brought_is_not_there(string address)
    {
        using var anna = Hall.Server.NewVisitor();
        using var answer = await anna.Http.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<Visitor> EnterAsync(Guid poll)
    {
        var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync(AidsModel.AddressOf(poll));
        return samira;
    }

    private static Task<IDocument> ShowAsync(Visitor samira, Guid poll, string words, string alt, (string Name, byte[] Content) file) =>
        samira.UploadAsync($"{AidsModel.AddressOf(poll)}?handler=Show", [("Words", words), ("Alt", alt)], "Upload", file);

    private static Task<IDocument> SayAsync(Visitor samira, Guid poll, string words, (string Name, byte[] Content) file) =>
        samira.UploadAsync($"{AidsModel.AddressOf(poll)}?handler=Say", [("Words", words)], "Upload", file);

    private async Task BringAsync(Guid poll, string option, byte[] content) =>
        Assert.Equal(AidOutcome.Done, await Hall.Get<ChangeAids>().ShowAsync(poll, option, "Een duim", content, Ct));

    private static string Fault(Visitor samira) => samira.Page.QuerySelector("#fout")!.TextContent;

    private async Task<PollCard> CardAsync(Guid poll) => (await Hall.Get<PollStore>().FindAsync(poll, Ct))!;

    private Task<long> CountAsync() => Hall.Server.Db.FindAsync<long>("select count(*) from poll_media", null, Ct);

    private static Dictionary<string, PollTranslation> Polish(PollCard poll) =>
        new(StringComparer.Ordinal) { ["pl"] = new PollTranslation("Czy będą ławki?", ["Tak", "Nie", "Wstrzymuję się"], poll.Source) };

    public sealed class OnSqlite() : AidsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AidsTests(DatabaseKind.Postgres);
}
