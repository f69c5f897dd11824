using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>Every sentence that residents meet is there in the languages that we promise; what else is missing is listed.</summary>
public sealed class TranslationsTests
{
    /// <summary>Languages in which a resident never meets Dutch of ours.</summary>
    public static TheoryData<string> Complete { get; } = ["en", "tr", "ar", "pl", "uk", "es"];

    public static TheoryData<string> Others { get; } = [.. Language.Others.Select(language => language.Code)];

    [Fact]
    public void The_sources_are_found() => Assert.InRange(Translations.TextsForResidents.Count, 200, Translations.AllTexts.Count - 200);

    [Theory]
    [MemberData(nameof(Complete))]
    public void Nothing_that_residents_read_is_missing(string code) =>
        Assert.Empty(Translations.TextsForResidents.Except(Translations.Into(code).Keys, StringComparer.Ordinal));

    /// <summary>What is missing in the other languages falls back to Dutch; the list is kept with the test's result.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_missing_is_listed(string code)
    {
        var known = Translations.Into(code);
        var gaps = Translations.TextsForResidents.Where(text => !known.ContainsKey(text)).Order(StringComparer.Ordinal).ToList();

        TestContext.Current.AddAttachment($"gaps in {code}", string.Join('\n', gaps));
        Assert.Contains("Je stem is geteld", known.Keys);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Nothing_is_translated_that_is_said_no_more(string code) =>
        Assert.Empty(Translations.Into(code).Keys.Except(Translations.AllTexts, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Others))]
    public void A_translation_has_the_same_numbers_in_it(string code) => Assert.All(
        Translations.Into(code), pair => Assert.Equal(Translations.Placeholders(pair.Key), Translations.Placeholders(pair.Value)));

    [Theory]
    [MemberData(nameof(Others))]
    public void A_translation_is_not_empty(string code) => Assert.DoesNotContain(Translations.Into(code).Values, string.IsNullOrWhiteSpace);
}
