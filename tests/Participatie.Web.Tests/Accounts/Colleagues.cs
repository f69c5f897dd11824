using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Accounts;

/// <summary>Members of staff who sit down at a computer of their own and sign in.</summary>
internal static class Colleagues
{
    public static async Task<Visitor> SignInAsync(this TestServer server, StaffRole role, Guid? tableId = null)
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var table = tableId is null ? null : await server.Db.FindAsync<string>("select slug from tables where id = @tableId", new { tableId }, Ct);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<AddStaff>().RunAsync(email, "Samira", role, table, Office.Password, Ct);
            Assert.Equal(StaffOutcome.Added, outcome);
        }

        var visitor = server.NewVisitor();
        await visitor.GetAsync(AccountsSetup.SignInPath);
        await visitor.SubmitAsync(form =>
        {
            form.Type("email", email);
            form.Type("password", Office.Password);
        });
        Assert.Equal(AccountsSetup.HomePath, visitor.Path);
        return visitor;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
