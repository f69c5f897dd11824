using Participatie.Core.Minutes;
using Participatie.Testing.Databases;
using Participatie.Web.Minutes;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Minutes;

/// <summary>Saving, as two minute takers at two computers do it.</summary>
public abstract class SaveMinutesTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 18, 30, 0, TimeSpan.Zero);

    private Guid meetingId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meetingId = await Db.AddMeetingAsync(Evening, Ct);
    }

    private MinutesStore Store => new(Db);

    private SaveMinutes Save => MinutesActions.Save(Db);

    [Fact]
    public async Task A_saved_text_is_there_the_next_time()
    {
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Eerste\r\ntekst", 0, "Wim", Ct));
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Tweede tekst", 1, "Wim", Ct));

        Assert.Equal(("Tweede tekst", 2, MinutesState.Draft), await Store.FindAsync(meetingId, Ct) is { } kept ? (kept.Markdown, kept.Revision, kept.State) : default);
    }

    [Fact]
    public async Task Every_text_that_was_saved_is_kept_with_who_wrote_it()
    {
        await Save.RunAsync(meetingId, "Eerste", 0, "Wim", Ct);
        await Save.RunAsync(meetingId, "Tweede", 1, "Samira", Ct);
        await Save.RunAsync(meetingId, "Tweede", 2, "Samira", Ct);

        Assert.Equal([(2, "Tweede", "Samira"), (1, "Eerste", "Wim")], (await Store.RevisionsAsync(meetingId, Ct)).Select(kept => (kept.Revision, kept.Markdown, kept.SavedBy)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Who_saves_after_somebody_else_is_told_so_and_overwrites_nothing(long seen)
    {
        for (var revision = 0; revision <= seen; revision++)
            await Save.RunAsync(meetingId, $"Tekst {revision}", revision, "Wim", Ct);

        Assert.Equal(SaveOutcome.Outdated, await Save.RunAsync(meetingId, "Een andere tekst", seen, "Wim", Ct));

        Assert.Equal($"Tekst {seen}", (await Store.FindAsync(meetingId, Ct))!.Markdown);
    }

    [Fact]
    public async Task Saving_the_same_text_twice_is_no_conflict()
    {
        await Save.RunAsync(meetingId, "Tekst", 0, "Wim", Ct);

        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Tekst", 0, "Wim", Ct));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Save.RunAsync(meetingId, $"Van {writer}", 0, "Wim", Ct), Ct)));

        Assert.Single(outcomes, SaveOutcome.Saved);
        Assert.Equal(7, outcomes.Count(outcome => outcome == SaveOutcome.Outdated));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_saved()
    {
        Assert.Equal(SaveOutcome.TooLong, await Save.RunAsync(meetingId, new string('a', 1_001), 0, "Wim", Ct));

        Assert.Null(await Store.FindAsync(meetingId, Ct));
    }

    [Fact]
    public async Task Signs_that_a_database_refuses_are_left_out()
    {
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "a\0b\u0007c\td", 0, "Wim", Ct));

        Assert.Equal("abc\td", (await Store.FindAsync(meetingId, Ct))!.Markdown);
    }

    public sealed class OnSqlite() : SaveMinutesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SaveMinutesTests(DatabaseKind.Postgres);
}
