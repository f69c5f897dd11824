using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public abstract class InListTests(DatabaseKind kind) : StoreTests(kind)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(601)]
    public async Task Any_number_of_ids_finds_its_rows_and_no_others(int number)
    {
        await Db.ExecuteAsync("create table things (id uuid not null primary key)", null, Ct);
        var ids = Enumerable.Range(0, number + 3).Select(_ => RowKey.New()).ToList();
        await Db.TransactAsync(tx => tx.ExecuteEachAsync("insert into things (id) values (@Id)", ids.ConvertAll(id => new Thing(id)), Ct), Ct);

        var found = await Db.QueryOfAsync<Guid>(list => $"select id from things where id in ({list}) order by id", ids[..number], Ct);

        Assert.Equal(ids[..number].Order(), found.Order());
    }

    private sealed record Thing(Guid Id);

    public sealed class OnSqlite() : InListTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : InListTests(DatabaseKind.Postgres);
}
