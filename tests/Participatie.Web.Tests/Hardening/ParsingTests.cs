using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Participatie.Core.Privacy;
using Participatie.Testing;
using Participatie.Web.Accounts.Provider;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes.Comparing;
using Participatie.Web.Polls;
using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Search;
using Participatie.Web.Shared;
using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Hardening;

/// <summary>Whatever text comes in, what reads it answers, and answers with what it may.</summary>
public sealed partial class ParsingTests
{
    [Fact]
    public void A_typed_code_has_only_letters_and_digits_and_a_code_survives_being_typed() => Fuzz.All(Typed.Text, text =>
    {
        var code = Codes.Normalize(text);

        Assert.All(code, sign => Assert.True(char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign)));
        Assert.Equal(code, Codes.Normalize(code));
        Assert.Equal(code, Codes.Normalize(Codes.Spaced(code)));
    });

    [Fact]
    public void Markdown_becomes_html_in_which_nothing_runs() => Fuzz.All(
        Typed.Text,
        text =>
        {
            var page = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text).ToString()!);

            Assert.Empty(Programs.In(page));
            Assert.Empty(page.QuerySelectorAll("script, style, img, form, input, svg, [style]"));
            Assert.DoesNotContain('<', PlainText.OfMarkdown(text.Replace("<", "", StringComparison.Ordinal)));
        },
        costs: 10);

    [Fact]
    public void Frozen_minutes_are_printed_whatever_is_in_them() => Fuzz.All(Typed.Text, text => Assert.NotNull(BlockReader.Read(SafeMarkdown.ToHtml(text).ToString()!)), costs: 10);

    [Fact]
    public void Numbers_of_persons_are_found_where_they_stand() => Fuzz.All(
        Typed.Text, text => Assert.All(ForbiddenData.FindIn(text), number => Assert.Contains(number.Written, text, StringComparison.Ordinal)));

    [Fact]
    public void A_name_becomes_a_part_of_an_address() => Fuzz.All(Typed.Text, text => Assert.Matches(SlugShape(), Slug.From(text)));

    [Fact]
    public void A_link_leads_to_the_web_to_mail_or_to_this_site() => Fuzz.All(Typed.Text, text =>
    {
        if (SafeLink.Allows(text))
            Assert.Matches(LinkShape(), text);
    });

    [Fact]
    public void A_question_has_so_many_words_and_no_more() => Fuzz.All(Typed.Text, text =>
    {
        var question = Question.Of(text);

        Assert.InRange(question.Words.Count, 0, Question.MostWords);
        Assert.All(question.Words, word => Assert.False(string.IsNullOrWhiteSpace(word.Letters)));
        Assert.NotNull(Excerpt.Of(text, question));
    });

    [Fact]
    public void Posted_marks_are_a_ballot_that_is_read_again_as_it_was_written_or_none() => Fuzz.All(
        Arb.From(Gen.OneOf(Typed.Line, Gen.Choose(0, 20).Two().Select(two => $"{two.Item1}:{two.Item2}"), Gen.Choose(0, 20).Select(option => $"{option}")).ListOf()),
        posted =>
        {
            if (BallotText.Parse(posted) is { Count: > 0 } choices)
                Assert.Equal(choices.OrderBy(choice => choice.Option), BallotText.Read(BallotText.Write(choices)));
        });

    [Fact]
    public void A_link_that_we_did_not_write_is_nobodys() => Fuzz.All(Typed.Text, text =>
    {
        var key = new LinkKey(new byte[32]);

        Assert.All(Enum.GetValues<LinkPurpose>(), purpose => Assert.Null(key.Read(text, purpose)));
    });

    [Fact]
    public void A_link_that_we_wrote_is_its_owners_for_one_purpose() => Fuzz.All(
        Arb.From(ArbMap.Default.GeneratorFor<Guid>().SelectMany(id => Gen.Elements(Enum.GetValues<LinkPurpose>()).Select(purpose => (Id: id, Purpose: purpose)))),
        link =>
        {
            var key = new LinkKey(new byte[32]);
            var written = key.Write(link.Id, link.Purpose);

            Assert.All(Enum.GetValues<LinkPurpose>(), purpose => Assert.Equal(purpose == link.Purpose ? link.Id : null, key.Read(written, purpose)));
            Assert.Null(new LinkKey([.. Enumerable.Repeat((byte)1, 32)]).Read(written, link.Purpose));
        });

    [Fact]
    public void An_address_for_mail_is_one_line_to_one_mailbox() => Fuzz.All(Typed.Text, text =>
    {
        if (EmailAddress.TryRead(text, out var address))
            Assert.Matches(MailShape(), address);
    });

    [Fact]
    public void What_a_browser_or_a_provider_says_of_itself_is_one_of_what_we_know() => Fuzz.All(Typed.Text, text =>
    {
        Assert.InRange(BrowserName.Of(text).Length, 0, 40);
        if (GroupTask.Read(text) is { } task)
            Assert.Equal(task, GroupTask.Read(task.ToString()));
    });

    [Fact]
    public void The_difference_of_two_texts_has_both_in_it() => Fuzz.All(
        Arb.From(Typed.Line.Two()),
        texts =>
        {
            var pieces = TextDifference.Of(texts.Item1, texts.Item2).SelectMany(line => line.Pieces).ToList();

            Assert.Equal(Letters(texts.Item1), Letters(string.Concat(pieces.Where(piece => piece.Change != Change.Added).Select(piece => piece.Text))));
            Assert.Equal(Letters(texts.Item2), Letters(string.Concat(pieces.Where(piece => piece.Change != Change.Removed).Select(piece => piece.Text))));
        });

    /// <summary>What somebody would miss.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex("^([a-z0-9]+(-[a-z0-9]+)*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugShape();

    [GeneratedRegex(@"^(#|/($|[^/\\])|https?://|mailto:)[^\s\\]*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkShape();

    [GeneratedRegex(@"^[\x21-\x7e ]+@[a-z0-9.-]+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailShape();
}
