using Participatie.Core.Privacy;

namespace Participatie.Core.Tests.Privacy;

public sealed class ForbiddenDataTests
{
    [Theory]
    [InlineData("Mijn nummer is 111222333.")]
    [InlineData("111222333")]
    [InlineData("BSN:123456782")]
    [InlineData("(1234.56.782)")]
    [InlineData("1234 56 782, dat is het")]
    [InlineData("bsn 10000008 zonder nul")] // 010000008
    public void A_citizen_service_number_is_found(string text) => Assert.Equal([ForbiddenKind.Bsn], KindsIn(text));

    [Theory]
    [InlineData("Overmaken naar NL91ABNA0417164300")]
    [InlineData("nl91 abna 0417 1643 00.")]
    [InlineData("BE68539007547034")]
    public void The_number_of_a_bank_account_is_found(string text) => Assert.Equal([ForbiddenKind.Iban], KindsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("Er staan 12 lampen, dat kost 123456 euro.")]
    [InlineData("111222334")] // fails the eleven test
    [InlineData("000000000")]
    [InlineData("Bel 0612345678 of 06-12345678")]
    [InlineData("Bel +31 6 12345678")]
    [InlineData("Op 23-11-2026 om 20.00 uur")]
    [InlineData("Dat kost 111.222.333,50 euro")]
    [InlineData("versie 1112223331")]
    [InlineData("NL92ABNA0417164300")] // another check number
    [InlineData("Zaak Z111222333")]
    [InlineData("11122233-3a2b-4c5d-8e9f-0a1b2c3d4e5f")] // an identifier of ours
    [InlineData("10000008-aaaa-4c5d-8e9f-0a1b2c3d4e5f")]
    public void What_is_none_is_left_alone(string text) => Assert.Empty(ForbiddenData.FindIn(text));

    [Fact]
    public void Both_are_found_as_they_are_written() => Assert.Equal(
        [new(ForbiddenKind.Iban, "NL91 ABNA 0417 1643 00"), new(ForbiddenKind.Bsn, "1234.56.782")],
        ForbiddenData.FindIn("1234.56.782 en NL91 ABNA 0417 1643 00."));

    [Fact]
    public void A_long_text_takes_no_time() => Assert.Empty(ForbiddenData.FindIn(string.Concat(Enumerable.Repeat("NL91 A1 1 2 3 4 5 6 7 8 9 0 ", 5_000))));

    [Fact]
    public void What_no_field_takes_is_not_searched() => Assert.Empty(ForbiddenData.FindIn(new string('x', 20_000_000) + " 111222333"));

    private static IEnumerable<ForbiddenKind> KindsIn(string text) => ForbiddenData.FindIn(text).Select(number => number.Kind);
}
