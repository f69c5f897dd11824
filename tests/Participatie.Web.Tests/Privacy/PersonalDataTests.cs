using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Privacy;

namespace Participatie.Web.Tests.Privacy;

/// <summary>Every column of the database is in the register, or somebody said in <c>not-personal.csv</c> that it is not personal.</summary>
public abstract class PersonalDataTests(DatabaseKind kind) : StoreTests(kind)
{
    /// <summary>What is never to be kept, whatever a column for it would be called.</summary>
    private static readonly string[] Forbidden =
        ["bsn", "social", "citizen", "health", "medical", "religion", "faith", "nationality", "ethnic", "origin", "criminal", "conviction", "birth", "gender", "sexe", "ip_", "address_of", "remote", "phone_number", "latitude"];

    [Fact]
    public async Task Every_column_is_in_the_register_or_is_not_personal()
    {
        var personal = PersonalDataRegister.All.Select(datum => $"{datum.Table}.{datum.Column}").ToList();
        var other = NotPersonal().ToList();

        Assert.Empty(personal.Intersect(other, StringComparer.Ordinal));
        Assert.Equal(personal.Concat(other).Order(StringComparer.Ordinal), (await ColumnsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_kept_that_is_forbidden() =>
        Assert.DoesNotContain(await ColumnsAsync(), column => Forbidden.Any(word => column.Split('.')[1].StartsWith(word, StringComparison.Ordinal)));

    private Task<IReadOnlyList<string>> ColumnsAsync() => Db.QueryAsync<string>(Kind == DatabaseKind.Postgres ? PostgresSql : SqliteSql, null, Ct);

    private const string SqliteSql =
        """
        select t.name || '.' || c.name
        from   pragma_table_list t
        join   pragma_table_info(t.name) c
        where  t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!' and t.name not like 'document!_terms%' escape '!'
        """;

    private const string PostgresSql =
        """
        select t.relname || '.' || a.attname
        from   pg_class t
        join   pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        where  t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname <> 'document_terms'
        """;

    /// <summary>Columns of a table that are about nobody, or keys that say nothing by themselves.</summary>
    private static IEnumerable<string> NotPersonal() => File
        .ReadLines(Repository.File("tests/Participatie.Web.Tests/Privacy/not-personal.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .SelectMany(line => line[1].Split(' '), (line, column) => $"{line[0]}.{column}");

    public sealed class OnSqlite() : PersonalDataTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PersonalDataTests(DatabaseKind.Postgres);
}
