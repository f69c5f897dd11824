using AngleSharp.Html.Dom;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>The list at the door: it asks no more than it needs, and says what becomes of it.</summary>
public sealed class AttendanceSheetTests() : HallTests(DatabaseKind.Sqlite)
{
    private Visitor? samira;

    private Visitor Samira => samira!;

    private string Address => $"/beheer/bijeenkomsten/{Hall.MeetingId}/presentielijst";

    private string Sheet => Samira.Page.QuerySelector(".attendance-sheet")!.TextContent;

    private IEnumerable<string> Columns => Samira.Page.QuerySelectorAll("thead th").Select(column => column.TextContent);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        samira?.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_page_of_a_meeting_leads_to_a_sheet_that_asks_a_first_name_only()
    {
        await Samira.GetAsync($"/beheer/bijeenkomsten/{Hall.MeetingId}");
        await Samira.GetAsync(Samira.Page.QuerySelector("a[href$='/presentielijst']")!.GetAttribute("href")!);

        Assert.Equal(["Nr.", "Voornaam of bijnaam", "Bewoner", "Professional"], Columns);
        Assert.Equal(30, Samira.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Bewoners: …", Sheet, StringComparison.Ordinal);
        Assert.Contains("uiterlijk op 8 januari 1970.", Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("e-mail", Sheet, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_for_the_minutes_is_asked_only_when_the_facilitator_wants_to()
    {
        await Samira.GetAsync(Address);

        await Samira.SubmitAsync(form =>
        {
            form.Type("regels", "12");
            ((IHtmlInputElement)form.Elements["email"]!).IsChecked = true;
        });

        Assert.Equal("E-mail, voor het verslag", Columns.Last());
        Assert.Equal(12, Samira.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("uiterlijk op 1 april 1970.", Sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("301")]
    [InlineData("veel")]
    public async Task A_number_of_lines_that_fits_no_door_is_explained(string lines)
    {
        await Samira.GetAsync($"{Address}?regels={lines}");

        Assert.NotEmpty(Samira.Page.QuerySelector(".utrecht-form-field-error-message")!.TextContent);
        Assert.Equal(30, Samira.Page.QuerySelectorAll("tbody tr").Length);
    }
}
