using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

/// <summary>What is jotted down during the meeting, and where it ends up.</summary>
public abstract class NotesTests(DatabaseKind kind) : HallTests(kind)
{
    private Visitor writer = null!;

    private string Address => $"/m/{Hall.Code}/verslag/aantekeningen";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        writer = await Hall.Server.SignInAsync(StaffRole.MinuteTaker, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        writer.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_jotted_down_is_in_the_first_text_of_the_minutes_and_what_was_taken_away_is_not()
    {
        await NoteAsync("Wij willen **bankjes** in de schaduw.");
        await NoteAsync("Dit klopt niet.");
        await writer.SubmitAsync(form: ".notes li:last-child form");

        await writer.GetAsync($"/m/{Hall.Code}/verslag");

        var text = writer.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("## Bankjes", text, StringComparison.Ordinal);
        Assert.Contains("Wij willen **bankjes** in de schaduw.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit klopt niet.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_item_on_the_table_is_chosen_already_and_one_that_was_not_cannot_be()
    {
        var later = await Hall.AddItemAsync("Later");
        await writer.GetAsync(Address);
        Assert.Equal(["Bankjes (nu)"], writer.Page.QuerySelectorAll("option").Select(option => option.TextContent));

        await writer.PostAsync(Address, ("ItemId", later.ToString()), ("Text", "Mijn lange verhaal"));

        Assert.Contains("nog niet aan de beurt", writer.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mijn lange verhaal", writer.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await Hall.Server.Db.FindAsync<long>("select count(*) from notes", null, Ct));
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        using var colleague = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await writer.GetAsync(Address);
        await colleague.GetAsync(Address);

        await Task.WhenAll(
            writer.SubmitAsync(form => form.Type("Text", "Eén"), ".note-form"),
            colleague.SubmitAsync(form => form.Type("Text", "Twee"), ".note-form"));

        await writer.GetAsync(Address);
        Assert.Equal(["Eén", "Twee"], writer.Page.QuerySelectorAll(".notes .description").Select(note => note.TextContent.Trim()).Order(StringComparer.Ordinal));
    }

    private async Task NoteAsync(string text)
    {
        await writer.GetAsync(Address);
        await writer.SubmitAsync(form => form.Type("Text", text), ".note-form");
    }

    public sealed class OnSqlite() : NotesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : NotesTests(DatabaseKind.Postgres);
}
