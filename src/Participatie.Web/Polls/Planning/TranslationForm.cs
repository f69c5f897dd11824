using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Polls.Planning;

/// <summary>What a facilitator fills in about a poll in one other language; the options stand one to a line, in the Dutch order.</summary>
public sealed class TranslationForm
{
    [StringLength(PollForm.LongestQuestion, ErrorMessage = "Maak de vraag korter: hoogstens 200 letters.")]
    public string? Question { get; set; }

    [StringLength(PollForm.LongestOptions, ErrorMessage = "Maak de keuzes korter.")]
    public string? Options { get; set; }

    public IReadOnlyList<string> Lines => PollForm.Lines(Options);

    public PollTranslation ToTranslation(string source) => new(Question!.Trim(), Lines, source);

    public static TranslationForm Of(PollTranslation translation) =>
        new() { Question = translation.Question, Options = string.Join('\n', translation.Options) };
}
