namespace Participatie.Web.Live;

/// <summary>Telling many phones at once.</summary>
public static class Telling
{
    /// <summary>A phone that has not read for so long is dropped; it comes back when it is able to.</summary>
    public static readonly TimeSpan Deaf = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until the news is on its way to all, but not for a phone that does not read: the hall goes on without it.</summary>
    public static async Task NotWaitingForTheDeaf(this Task told)
    {
        try
        {
            await told.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // It was sent to the others at once. What waits for this one is dropped with it.
        }
    }
}
