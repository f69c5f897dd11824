using Participatie.Testing.Databases;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>Of few secret votes programs learn no more than people do.</summary>
public abstract class FewVotersTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task Of_few_secret_votes_only_the_verdict_is_told()
    {
        var poll = await Hall.OpenPollAsync(secret: true);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        await Hall.CloseAsync(poll);
        using var api = new ApiReader(Hall.Server);
        Assert.Empty(await api.ListAsync("stemmingen"));

        await Hall.ReleaseAsync(poll);

        var vote = await api.SingleAsync("stemmingen");
        Assert.Equal("aangenomen", vote["resultaat"]!.GetValue<string>());
        Assert.All(vote["keuzes"]!.AsArray(), option => Assert.Null(option!["stemmen"]));
        Assert.Null(vote["stembiljetten"]);
        Assert.Null(vote["nodig"]);
    }

    public sealed class OnSqlite() : FewVotersTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FewVotersTests(DatabaseKind.Postgres);
}
