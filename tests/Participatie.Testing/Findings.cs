namespace Participatie.Testing;

/// <summary>What a check found, told in full: an assertion on a collection shows only how its first few items begin.</summary>
public static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
