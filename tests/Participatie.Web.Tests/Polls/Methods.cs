using Participatie.Core.Polls;

namespace Participatie.Web.Tests.Polls;

/// <summary>Every counting method, each with settings that matter.</summary>
internal static class Methods
{
    public static IReadOnlyDictionary<string, CountingMethod> All { get; } = new Dictionary<string, CountingMethod>(StringComparer.Ordinal)
    {
        ["yes-no"] = new YesNoAbstain(new Majority(MajorityKind.TwoThirds, MajorityBase.Cast)),
        ["single"] = new SingleChoice(new Majority(MajorityKind.Absolute, MajorityBase.Cast)),
        ["multiple"] = new MultipleChoice(2, Winners: 2),
        ["approval"] = new Approval(),
        ["score"] = new Score(),
        ["dots"] = new Dots(5, 3),
        ["run-off"] = new InstantRunoff(),
        ["schulze"] = new Schulze(),
        ["consent"] = new Consent(),
    };
}
