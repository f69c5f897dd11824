using Participatie.Core.Decisions;

namespace Participatie.Web.Tables;

public enum AgreeTermsOutcome
{
    Agreed,

    /// <summary>Less than a day, or more than a year.</summary>
    DaysOutOfRange,
    TableUnknown,
}

/// <summary>
/// Keeps how far the say of a table goes and how long others have to answer it. Decisions that were published keep what
/// was agreed then.
/// </summary>
public sealed class AgreeTerms(TableStore store)
{
    public const int MostDays = 365;

    public async Task<AgreeTermsOutcome> RunAsync(Guid tableId, Mandate mandate, int? responseDays, CancellationToken ct)
    {
        if (responseDays is not (>= 1 and <= MostDays))
            return AgreeTermsOutcome.DaysOutOfRange;
        return await store.SetTermsAsync(tableId, mandate, responseDays.Value, ct) ? AgreeTermsOutcome.Agreed : AgreeTermsOutcome.TableUnknown;
    }
}
