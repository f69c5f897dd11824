using Participatie.Core.Polls;

namespace Participatie.Web.Polls;

/// <summary>The class that gives a verdict its colour. An indicative poll decides nothing, so it has none.</summary>
public static class OutcomeTone
{
    public static string? Of(Result result, bool binding) => result switch
    {
        _ when !binding => null,
        Result.Adopted or Result.Chosen or Result.Consented => "adopted",
        Result.Rejected => "rejected",
        _ => "tie",
    };
}
