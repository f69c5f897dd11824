using Participatie.Testing.Databases;

namespace Participatie.Web.Tests.Data;

public sealed class SqliteDataSourceTests() : StoreTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_is_durable_and_forgets_what_is_deleted(string pragma, string value)
    {
        await using var first = await Db.OpenConnectionAsync(Ct);
        await using var second = await Db.OpenConnectionAsync(Ct);
        foreach (var connection in new[] { first, second })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"pragma {pragma}";
            Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(Ct), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
