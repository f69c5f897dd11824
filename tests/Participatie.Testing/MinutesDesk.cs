using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Adopting;

namespace Participatie.Testing;

/// <summary>Somebody who takes the minutes of a meeting all the way, from a draft to what everybody reads.</summary>
public sealed class MinutesDesk(
    Guid meetingId, MinutesStore store, SaveMinutes save, ShareMinutes share, AdoptMinutes adopt, ReopenMinutes reopen, PublishMinutes publish)
{
    public const string Writer = "Wim Bakker";
    public const string Chair = "Samira de Vries";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Saves a text; the number of it.</summary>
    public async Task<long> SaveAsync(string text)
    {
        var revision = (await store.FindAsync(meetingId, Ct))?.Revision ?? 0;
        Assert.Equal(SaveOutcome.Saved, await save.RunAsync(meetingId, text, revision, Writer, Ct));
        return (await store.FindAsync(meetingId, Ct))!.Revision;
    }

    public async Task<long> ShareAsync(string text)
    {
        var revision = await SaveAsync(text);
        Assert.Equal(ShareOutcome.Shared, await share.RunAsync(meetingId, revision, Writer, Ct));
        return revision;
    }

    public async Task AdoptAsync(string text)
    {
        var revision = await ShareAsync(text);
        Assert.Equal(AdoptOutcome.Adopted, await adopt.RunAsync(meetingId, revision, pollId: null, Chair, Writer, Ct));
    }

    public async Task PublishAsync(string text)
    {
        await AdoptAsync(text);
        Assert.Equal(PublishOutcome.Published, await publish.RunAsync(meetingId, note: null, Writer, Ct));
    }

    /// <summary>Publishes a corrected version beside what there is.</summary>
    public async Task CorrectAsync(string text, string note)
    {
        Assert.True(await reopen.RunAsync(meetingId, Writer, Ct));
        await AdoptAsync(text);
        Assert.Equal(PublishOutcome.Published, await publish.RunAsync(meetingId, note, Writer, Ct));
    }
}
