using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Subscriptions;

/// <summary>What people type where an address is asked.</summary>
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("fatma@voorbeeld.nl", "fatma@voorbeeld.nl")]
    [InlineData("  Fatma.Yilmaz+wijk@post.voorbeeld.nl\t", "Fatma.Yilmaz+wijk@post.voorbeeld.nl")]
    [InlineData("o'neil@voorbeeld.nl", "o'neil@voorbeeld.nl")]
    public void An_address_is_read(string typed, string address)
    {
        Assert.True(EmailAddress.TryRead(typed, out var read));
        Assert.Equal(address, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("fatma")]
    [InlineData("@voorbeeld.nl")]
    [InlineData("fatma@")]
    [InlineData("fatma@voorbeeld")]
    [InlineData("fatma@voor beeld.nl")]
    [InlineData("Fatma <fatma@voorbeeld.nl>")]
    [InlineData("fatma@voorbeeld.nl, piet@voorbeeld.nl")]
    [InlineData("fatma@voorbeeld.nl\r\nBcc: piet@voorbeeld.nl")]
    [InlineData("fatma@[127.0.0.1]")]
    [InlineData("fatma@127.0.0.1")]
    [InlineData("fatmá@voorbeeld.nl")]
    public void What_is_no_address_is_refused(string? typed) => Assert.False(EmailAddress.TryRead(typed, out _));

    [Fact]
    public void An_address_that_no_mail_server_takes_is_refused() =>
        Assert.False(EmailAddress.TryRead($"{new string('a', 243)}@voorbeeld.nl", out _));
}
