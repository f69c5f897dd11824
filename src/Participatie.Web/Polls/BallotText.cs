using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Web.Polls;

/// <summary>
/// The marks on a ballot as text: <c>0,2</c>, with values <c>0:3,2:1</c>, or one mark with its reason <c>2;too loud</c>.
/// Also what a form posts, one field a mark.
/// </summary>
public static class BallotText
{
    public static string Write(IReadOnlyList<Choice> choices) =>
        choices is [var only] ? WriteMark(only) : string.Join(',', choices.OrderBy(choice => choice.Option).Select(WriteMark));

    public static IReadOnlyList<Choice> Read(string text) => text.Split(';', 2) is [var mark, var reason]
        ? [ParseMark(mark)!.Value with { Reason = reason }]
        : [.. text.Split(',').Select(mark => ParseMark(mark)!.Value)];

    /// <summary>The choices a form posted, or null when one of them is not a mark at all. A field that was left open is no mark.</summary>
    public static IReadOnlyList<Choice>? Parse(IEnumerable<string?> posted)
    {
        var marks = posted.Where(mark => !string.IsNullOrEmpty(mark)).Select(mark => ParseMark(mark!)).ToList();
        return marks.Contains(null) ? null : [.. marks.OfType<Choice>()];
    }

    private static string WriteMark(Choice choice)
    {
        var option = choice.Option.ToString(CultureInfo.InvariantCulture);
        return choice switch
        {
            { Reason: { } reason } => $"{option};{reason}",
            { Value: { } value } => string.Create(CultureInfo.InvariantCulture, $"{option}:{value}"),
            _ => option,
        };
    }

    private static Choice? ParseMark(string mark)
    {
        var parts = mark.Split(':');
        if (parts.Length > 2 || !TryNumber(parts[0], out var option))
            return null;
        if (parts.Length == 1)
            return new Choice(option);
        return TryNumber(parts[1], out var value) ? new Choice(option, value) : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
