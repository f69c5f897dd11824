namespace Participatie.Core.Polls;

/// <summary>Majorities in exact integer arithmetic.</summary>
public static class Majority
{
    /// <summary>The smallest whole number that is more than half of <paramref name="cast"/>.</summary>
    public static int Simple(int cast) => cast / 2 + 1;
}
