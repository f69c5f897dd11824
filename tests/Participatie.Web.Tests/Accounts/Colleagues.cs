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
        Assert.True(await visitor.SignInAsync(email, Office.Password));
        Assert.Equal(AccountsSetup.HomePath, visitor.Path);
        return visitor;
    }

    /// <summary>Fills in the form to sign in. False when the visitor is not signed in after it.</summary>
    public static async Task<bool> SignInAsync(this Visitor visitor, string email, string password)
    {
        await visitor.GetAsync(AccountsSetup.SignInPath);
        await visitor.SubmitAsync(form =>
        {
            form.Type("email", email);
            form.Type("password", password);
        });
        return visitor.Page.QuerySelector(".signed-in") is not null;
    }

    /// <summary>Sets up an app with codes.</summary>
    /// <returns>The app's key, and the codes for paper.</returns>
    public static async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpAppAsync(this Visitor visitor)
    {
        await visitor.GetAsync(AccountsSetup.SecondStepPath);
        var key = visitor.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        await visitor.SubmitAsync(form => form.Type("code", Totp.Of(key)), "form[action$=App]");
        return (key, [.. visitor.Page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    /// <summary>Answers the question for a code. False when the visitor is not signed in after it.</summary>
    public static async Task<bool> AnswerAsync(this Visitor visitor, string code)
    {
        await visitor.SubmitAsync(form => form.Type("code", code));
        return visitor.Page.QuerySelector(".signed-in") is not null;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
