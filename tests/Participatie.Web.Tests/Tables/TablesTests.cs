using Participatie.Core.Decisions;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Tests.Tables;

public abstract class TablesTests(DatabaseKind kind) : StoreTests(kind)
{
    private AddTable AddTable => new(new TableStore(Db));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new SeedAreas(Db).RunAsync(Ct);
    }

    [Fact]
    public async Task There_are_twenty_focus_areas_however_often_they_are_sown()
    {
        await new SeedAreas(Db).RunAsync(Ct);

        var areas = await new TableStore(Db).AreasAsync(Ct);
        Assert.Equal(20, areas.Count);
        Assert.Contains(new AreaRow("utrecht-overvecht", "Utrecht Overvecht", "Utrecht"), areas);
        Assert.Contains(new AreaRow("zaandam-oost", "Zaandam-Oost", "Zaanstad"), areas);
    }

    [Fact]
    public async Task A_new_table_gets_its_address_from_its_name()
    {
        Assert.Equal(AddTableOutcome.Added, await AddTable.RunAsync(" Wijktafel Overvecht ", TableKind.Neighbourhood, "utrecht-overvecht", Ct));

        var table = Assert.Single(await new TableStore(Db).TablesAsync(Ct));
        Assert.Equal(("wijktafel-overvecht", "Wijktafel Overvecht", "neighbourhood", "Utrecht Overvecht"), (table.Slug, table.Name, table.Kind, table.AreaName));
    }

    [Fact]
    public async Task Of_two_tables_with_the_same_name_the_second_is_refused()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AddTable.RunAsync("Jongerentafel", TableKind.Youth, "delft-west", Ct), Ct)));

        Assert.Single(outcomes, AddTableOutcome.Added);
        Assert.Equal(3, outcomes.Count(outcome => outcome == AddTableOutcome.NameTaken));
    }

    [Theory]
    [InlineData(null, "delft-west", AddTableOutcome.NameMissing)]
    [InlineData("!!!", "delft-west", AddTableOutcome.NameMissing)]
    [InlineData("Tafel", "atlantis", AddTableOutcome.AreaUnknown)]
    [InlineData("Tafel", null, AddTableOutcome.AreaUnknown)]
    public async Task A_table_needs_a_name_and_an_area(string? name, string? area, AddTableOutcome outcome) =>
        Assert.Equal(outcome, await AddTable.RunAsync(name, TableKind.Board, area, Ct));

    [Fact]
    public async Task What_is_agreed_with_a_table_is_kept()
    {
        await AddTable.RunAsync("Tafel", TableKind.Neighbourhood, "delft-west", Ct);
        var store = new TableStore(Db);
        var table = Assert.Single(await store.TablesAsync(Ct));

        Assert.Equal(AgreeTermsOutcome.Agreed, await new AgreeTerms(store).RunAsync(table.Id, Mandate.CoDecide, 14, Ct));

        Assert.Equal(table with { Mandate = "codecide", ResponseDays = 14 }, await store.FindAsync(table.Id, Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(366)]
    public async Task An_answer_takes_a_day_to_a_year(int? days)
    {
        await AddTable.RunAsync("Tafel", TableKind.Neighbourhood, "delft-west", Ct);
        var table = Assert.Single(await new TableStore(Db).TablesAsync(Ct));

        Assert.Equal(AgreeTermsOutcome.DaysOutOfRange, await new AgreeTerms(new TableStore(Db)).RunAsync(table.Id, Mandate.Inform, days, Ct));

        Assert.Equal(table, await new TableStore(Db).FindAsync(table.Id, Ct));
    }

    [Fact]
    public async Task A_role_given_twice_is_given_once_and_can_be_taken_away()
    {
        await AddTable.RunAsync("Tafel", TableKind.Board, "delft-west", Ct);
        var table = Assert.Single(await new TableStore(Db).TablesAsync(Ct));
        var user = await AddUserAsync();
        var staff = new TableStaff(Db);

        Assert.True(await staff.GiveAsync(table.Id, user, TableRole.MinuteTaker, Ct));
        Assert.True(await staff.GiveAsync(table.Id, user, TableRole.MinuteTaker, Ct));
        Assert.Equal(new TableRoleRow(table.Id, user, "Samira", "minutetaker"), Assert.Single(await staff.RolesAsync(Ct)));

        await staff.TakeAsync(table.Id, user, TableRole.MinuteTaker, Ct);
        Assert.Empty(await staff.RolesAsync(Ct));
        Assert.False(await staff.GiveAsync(Guid.NewGuid(), user, TableRole.MinuteTaker, Ct));
    }

    private async Task<Guid> AddUserAsync()
    {
        var id = RowKey.New();
        await Db.ExecuteAsync(
            """
            insert into users (id, name, email, normalized_email, security_stamp, concurrency_stamp, lockout_enabled, access_failed_count)
            values (@id, 'Samira', 'samira@example.org', 'SAMIRA@EXAMPLE.ORG', '', '', @no, 0)
            """,
            new { id, no = false },
            Ct);
        return id;
    }

    public sealed class OnSqlite() : TablesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TablesTests(DatabaseKind.Postgres);
}
