using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Meetings;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>An agenda that is put in another order.</summary>
public abstract class AgendaOrderTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly List<Guid> items = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        items.Add(Hall.ItemId);
        foreach (var title in (string[])["Groen", "Licht", "Rondvraag"])
            items.Add(await Hall.AddItemAsync(title));
    }

    [Theory]
    [InlineData(0, 4, "Groen Licht Rondvraag Bankjes")]
    [InlineData(3, 1, "Rondvraag Bankjes Groen Licht")]
    [InlineData(1, 3, "Bankjes Licht Groen Rondvraag")]
    [InlineData(1, 2, "Bankjes Groen Licht Rondvraag")]
    public async Task An_item_gets_the_place_that_was_asked_for_and_the_others_make_room(int item, int place, string order)
    {
        Assert.True(await MoveAsync(items[item], place));

        Assert.Equal(order, await OrderAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public async Task A_place_that_is_not_there_changes_nothing(int place)
    {
        Assert.False(await MoveAsync(items[1], place));

        Assert.Equal("Bankjes Groen Licht Rondvraag", await OrderAsync());
    }

    [Fact]
    public async Task The_order_stays_as_it_is_once_the_meeting_is_over()
    {
        await Hall.CloseMeetingAsync();

        Assert.False(await MoveAsync(items[3], 1));
        Assert.Equal("Bankjes Groen Licht Rondvraag", await OrderAsync());
    }

    [Fact]
    public async Task Many_who_move_at_once_leave_no_gap_and_no_double_place()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => MoveAsync(items[turn % 4], (turn % 3) + 1)));

        Assert.Equal([1, 2, 3, 4], (await Agenda.OfMeetingAsync(Hall.MeetingId, Ct)).Select(item => item.Position));
    }

    [Fact]
    public async Task A_button_moves_an_item_says_so_and_keeps_the_focus()
    {
        using var samira = await SamiraAsync();

        await PressAsync(samira, $"omlaag-{items[0]}");

        Assert.Equal("Bankjes staat nu op plaats 2.", Said(samira));
        Assert.Equal($"omlaag-{items[0]}", Focused(samira));
        Assert.Equal("Groen Bankjes Licht Rondvraag", await OrderAsync());
    }

    [Fact]
    public async Task At_the_end_of_the_agenda_the_other_button_gets_the_focus()
    {
        using var samira = await SamiraAsync();

        await PressAsync(samira, $"omhoog-{items[1]}");

        Assert.Equal($"omlaag-{items[1]}", Focused(samira));
        await samira.GetAsync(samira.Path);
        Assert.Equal("", Said(samira));
        Assert.Null(Focused(samira));
    }

    [Fact]
    public async Task Who_comes_too_late_reads_that_nothing_changed()
    {
        using var samira = await SamiraAsync();
        await Hall.CloseMeetingAsync();

        await PressAsync(samira, $"omlaag-{items[0]}");

        Assert.StartsWith("De volgorde is niet veranderd.", Said(samira), StringComparison.Ordinal);
    }

    private AgendaStore Agenda => Hall.Get<AgendaStore>();

    private async Task<Visitor> SamiraAsync()
    {
        var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}");
        return samira;
    }

    private static Task<IDocument> PressAsync(Visitor visitor, string button) =>
        visitor.SubmitAsync(form: $"form:has(#{button})", button: $"#{button}");

    private static string Said(Visitor visitor) => visitor.Page.QuerySelector("[data-agenda-note]")!.TextContent.Trim();

    private static string? Focused(Visitor visitor) => visitor.Page.QuerySelector<IHtmlButtonElement>("[autofocus]")?.Id;

    private Task<bool> MoveAsync(Guid item, int place) => Agenda.MoveAsync(item, place, Ct);

    private async Task<string> OrderAsync() => string.Join(' ', (await Agenda.OfMeetingAsync(Hall.MeetingId, Ct)).Select(item => item.Title));

    public sealed class OnSqlite() : AgendaOrderTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AgendaOrderTests(DatabaseKind.Postgres);
}
