using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public abstract class InstallationSecretsTests(DatabaseKind kind) : StoreTests(kind)
{
    [Fact]
    public async Task Nodes_that_ask_at_once_agree_on_one_secret()
    {
        await using var other = Database.OpenAgain();
        var nodes = Enumerable.Range(0, 8).Select(turn => new InstallationSecrets(turn % 2 == 0 ? Db : other));

        var answers = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetAsync("passes", Ct).AsTask(), Ct)));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(32, answers[0].Length);
    }

    [Fact]
    public async Task A_secret_outlives_the_program()
    {
        var before = await new InstallationSecrets(Db).GetAsync("passes", Ct);

        Assert.Equal(before, await new InstallationSecrets(Db).GetAsync("passes", Ct));
    }

    [Fact]
    public async Task Secrets_of_different_names_differ()
    {
        var secrets = new InstallationSecrets(Db);

        Assert.NotEqual(await secrets.GetAsync("passes", Ct), await secrets.GetAsync("participants", Ct));
    }

    public sealed class OnSqlite() : InstallationSecretsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : InstallationSecretsTests(DatabaseKind.Postgres);
}
