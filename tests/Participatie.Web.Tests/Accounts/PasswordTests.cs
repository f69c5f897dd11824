using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Participatie.Testing;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Passwords;

namespace Participatie.Web.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("wachtwoord2026!", true)]
    [InlineData("Wachtwoord1234", true)]
    [InlineData("qwertyuiop123", true)]
    [InlineData("aaaaaaaaaaaaaaaa", true)]
    [InlineData("123456789012345", true)]
    [InlineData("welkomwelkomwelkom", true)]
    [InlineData("p@ssw0rdp@ssw0rd", true)]
    [InlineData("Samira-Overvecht", true)] // her name, and where she works
    [InlineData("een lang wachtwoord", false)]
    [InlineData("wijktafel-demo", false)]
    [InlineData("correct horse battery staple", false)]
    [InlineData("vier fietsen en een olifant", false)]
    [InlineData("k8#pLz!2vQw9", false)]
    public void What_is_guessed_soon_is_worth_little(string password, bool isGuessable)
    {
        var rule = new GuessablePassword(new KnownWords(), new BreachedPasswords(Options.Create(new AccountsOptions())));

        Assert.Equal(isGuessable, rule.Worth(password, ["samira", "overvecht"]) < 9);
    }

    [Fact]
    public async Task A_stolen_password_is_found_in_a_list_wherever_it_stands()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Name, "stolen.txt");
        var passwords = Enumerable.Range(0, 200).Select(number => $"gestolen wachtwoord {number}").ToList();
        await File.WriteAllTextAsync(path, string.Join("\r\n", passwords.Select(Hash).Order(StringComparer.Ordinal).Select((hash, number) => $"{hash}:{number * 37}")) + "\r\n", TestContext.Current.CancellationToken);
        var breached = new BreachedPasswords(Options.Create(new AccountsOptions { BreachedPasswords = path }));

        foreach (var password in passwords)
            Assert.True(await breached.ContainsAsync(password), password);
        for (var other = 0; other < 200; other++)
            Assert.False(await breached.ContainsAsync($"een ander wachtwoord {other}"));
    }

    [Fact]
    public async Task Without_a_list_nothing_is_stolen() =>
        Assert.False(await new BreachedPasswords(Options.Create(new AccountsOptions())).ContainsAsync("password"));

#pragma warning disable CA5350 // such lists are made with SHA-1
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
