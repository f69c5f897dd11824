using Participatie.Core.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Decisions.Answers;

/// <summary>An answer as the columns of the database say it.</summary>
public static class StoredAnswer
{
    /// <summary>An answer counts on the day that it is at the table when it is given.</summary>
    public static ResponseTerm Term(DateOnly? respondBy, DateOnly? postponedTo, DateTimeOffset? answeredAt) =>
        new(respondBy, postponedTo, answeredAt is { } at ? DutchTime.Today(at) : null);

    public static ResponseVerdict? Verdict(string? stored) => stored is null ? null : Enum.Parse<ResponseVerdict>(stored, ignoreCase: true);
}
