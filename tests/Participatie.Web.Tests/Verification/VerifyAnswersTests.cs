using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Verification;

/// <summary>Somebody gets at the database and makes the board look better than it was.</summary>
public sealed class VerifyAnswersTests
{
    /// <summary>What somebody does, what undoes it, and what is found.</summary>
    private static readonly (string Tampering, string Undo, string Fault)[] Deeds =
    [
        ("update responses set verdict = case verdict when 'adopted' then 'notadopted' else 'adopted' end", "update responses set verdict = (select verdict from kept where decision_id = responses.decision_id)", "an answer to what it decided is not what its log says"),
        ("update responses set reasons = reasons || '!'", "update responses set reasons = substr(reasons, 1, length(reasons) - 1)", "an answer to what it decided is not what its log says"),
        ("update commitments set text = text || '?'", "update commitments set text = substr(text, 1, length(text) - 1)", "a promise to what it decided is not what its log says"),
        ("update commitments set owner = owner || '?'", "update commitments set owner = substr(owner, 1, length(owner) - 1)", "a promise to what it decided is not what its log says"),
        ("update commitments set due = '2040-01-01'", "update commitments set due = (select due from kept_dues where id = commitments.id)", "a promise to what it decided is not what its log says"),
        ("update progress set text = text || '!'", "update progress set text = substr(text, 1, length(text) - 1)", "what came of a promise to what it decided is not what its log says"),
        ("delete from progress", "select 1", "what came of a promise to what it decided is gone"),
        ("delete from commitments", "select 1", "a promise to what it decided is gone"),
        ("delete from responses", "select 1", "an answer to what it decided is gone"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_the_board_said_cannot_be_changed_unseen(DatabaseKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await server.Services.GetRequiredService<FillDemonstration>().RunAsync(0, Ct);
        var verify = server.Services.GetRequiredService<Verify>();
        Assert.Empty((await verify.RunAsync(Ct)).Faults);
        await server.Db.ExecuteAsync("create table kept as select decision_id, verdict from responses; create table kept_dues as select id, due from commitments", null, Ct);

        foreach (var (tampering, undo, fault) in Deeds)
        {
            Assert.NotEqual(0, await server.Db.ExecuteAsync(tampering, null, Ct));
            Assert.Contains((await verify.RunAsync(Ct)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
            await server.Db.ExecuteAsync(undo, null, Ct);
            if (!tampering.StartsWith("delete", StringComparison.Ordinal))
                Assert.Empty((await verify.RunAsync(Ct)).Faults);
        }
    }
}
