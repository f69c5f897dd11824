using Participatie.Testing;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public sealed class DatabasesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_connection_string_the_operator_hears_what_to_set(string? connectionString)
    {
        var fault = Assert.Throws<OperatorFault>(() => Databases.Open(connectionString));

        Assert.Equal("There is no connection string: set ConnectionStrings:Main to 'Data Source=…' or 'Host=…;Database=…'.", fault.Message);
    }

    [Theory]
    [InlineData("participatie.db")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=x.db;Nonsense=1")]
    [InlineData("Nonsense=1")]
    [InlineData("Host=localhost;Nonsense=1")]
    [InlineData("Host=localhost;Port=many")]
    public void A_connection_string_that_cannot_be_read_is_one_sentence_for_the_operator(string connectionString)
    {
        var fault = Assert.Throws<OperatorFault>(() => Databases.Open(connectionString));

        Assert.StartsWith("The connection string ConnectionStrings:Main cannot be read: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("Host=db.example;Database=participatie")]
    [InlineData("Server=db.example;Database=participatie")]
    public async Task A_host_means_PostgreSQL(string connectionString)
    {
        await using var db = Databases.Open(connectionString);

        Assert.True(db.IsPostgres());
    }

    [Fact]
    public async Task A_data_source_means_SQLite_and_its_folder_is_made()
    {
        using var folder = new TemporaryFolder();

        await using var db = Databases.Open($"Data Source={folder.File("data/deep/participatie.db")}");

        Assert.False(db.IsPostgres());
        Assert.True(Directory.Exists(folder.File("data/deep")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_sentence_for_the_operator()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data"), "a file stands in the way");

        var fault = Assert.Throws<OperatorFault>(() => Databases.Open($"Data Source={folder.File("data/participatie.db")}"));

        Assert.StartsWith("The folder of the database file cannot be made: ", fault.Message, StringComparison.Ordinal);
    }
}
