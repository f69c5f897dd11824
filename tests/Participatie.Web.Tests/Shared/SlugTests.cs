using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Shared;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Wijktafel Overvecht", "wijktafel-overvecht")]
    [InlineData("  Coöperatie 't Sticht! ", "cooperatie-t-sticht")]
    [InlineData("Tafel — 2026/27", "tafel-2026-27")]
    [InlineData("Ĳplein", "ijplein")]
    [InlineData("حي الأمل", "")]
    [InlineData("", "")]
    public void An_address_is_made_of_the_letters_and_digits_of_a_name(string name, string slug) => Assert.Equal(slug, Slug.From(name));
}
