using Participatie.Core.Polls;

namespace Participatie.Web.Polls.Doors;

/// <summary>Reads the ballot that a form posted.</summary>
public static class PostedBallot
{
    /// <summary>
    /// The marks, each a field <c>keuze</c>, or <c>keuze-2</c> where the marks of one option exclude each other, and the
    /// reason in <c>reden</c>; none when one is not a mark at all.
    /// </summary>
    public static IReadOnlyList<Choice> Read(IFormCollection form, CountingMethod? method)
    {
        var fields = form.Where(field => string.Equals(field.Key, "keuze", StringComparison.Ordinal) || field.Key.StartsWith("keuze-", StringComparison.Ordinal));
        var marks = BallotText.Parse(fields.SelectMany(field => field.Value)) ?? [];
        return method switch
        {
            null => marks,
            Consent when marks is [var only] => [only with { Reason = Reason(form, only.Option) }],
            _ => method.Complete(marks),
        };
    }

    private static string? Reason(IFormCollection form, int option) =>
        form["reden"].ToString().Trim() is { Length: > 0 } reason && Consent.TakesReason(option) ? reason : null;
}
