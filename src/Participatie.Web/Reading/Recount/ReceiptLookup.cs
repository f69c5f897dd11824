using Participatie.Web.Meetings;

namespace Participatie.Web.Reading.Recount;

/// <summary>Somebody asks whether their vote was counted.</summary>
/// <param name="Typed">What they typed as their receipt; null before they did.</param>
/// <param name="Receipts">The codes of all counted ballots.</param>
public sealed record ReceiptLookup(Guid PollId, string? Typed = null, IReadOnlyList<string>? Receipts = null)
{
    /// <summary>The code they meant; empty when there is none in it.</summary>
    public string Code { get; } = Codes.Normalize(Typed);

    public bool IsAsked => !string.IsNullOrWhiteSpace(Typed);

    public bool IsCode => Code.Length == Codes.ReceiptLength;

    public bool IsCounted => Receipts is not null && Receipts.Contains(Code, StringComparer.Ordinal);
}
