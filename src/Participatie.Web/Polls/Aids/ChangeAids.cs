using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Aids;

public enum AidOutcome
{
    Done,
    Empty,
    TooLarge,

    /// <summary>Its content is none of the kinds that are asked for, whatever its name says.</summary>
    WrongKind,

    /// <summary>The poll has opened: what people see beside an option does not change while they vote.</summary>
    Frozen,
}

/// <summary>Brings pictures and recordings to a poll that is still a draft, and takes them away.</summary>
public sealed class ChangeAids(DbDataSource db)
{
    /// <summary>In bytes: a phone on a slow line fetches one for each option. The page makes pictures smaller before it sends them.</summary>
    public const int LargestPicture = 60 * 1024;

    /// <summary>In bytes: half a minute of speech, as a phone records it.</summary>
    public const int LargestRecording = 500 * 1024;

    public const int LongestAlt = 120;

    /// <summary>A picture beside an option, instead of what was there.</summary>
    public Task<AidOutcome> ShowAsync(Guid pollId, string option, string alt, byte[] content, CancellationToken ct) =>
        FaultOf(content, LargestPicture, static kind => kind.IsPicture) is { } fault
            ? Task.FromResult(fault)
            : ChangeAsync(pollId, aids => aids with { Pictures = With(aids.Pictures, option, new Picture(Fingerprint(content), alt)) }, content, ct);

    /// <summary>A recording of these words, instead of what was there.</summary>
    public Task<AidOutcome> SayAsync(Guid pollId, string words, byte[] content, CancellationToken ct) =>
        FaultOf(content, LargestRecording, static kind => kind.IsSound) is { } fault
            ? Task.FromResult(fault)
            : ChangeAsync(pollId, aids => aids with { Recordings = With(aids.Recordings, words, Fingerprint(content)) }, content, ct);

    public Task<AidOutcome> HideAsync(Guid pollId, string option, CancellationToken ct) =>
        ChangeAsync(pollId, aids => aids with { Pictures = Without(aids.Pictures, option) }, content: null, ct);

    public Task<AidOutcome> SilenceAsync(Guid pollId, string words, CancellationToken ct) =>
        ChangeAsync(pollId, aids => aids with { Recordings = Without(aids.Recordings, words) }, content: null, ct);

    private static AidOutcome? FaultOf(byte[] content, int largest, Predicate<FileKind> wanted) =>
        content.Length == 0 ? AidOutcome.Empty
        : FileKind.Of(content.AsSpan(0, Math.Min(content.Length, FileKind.HeadLength))) is not { } kind || !wanted(kind) ? AidOutcome.WrongKind
        : content.Length > largest ? AidOutcome.TooLarge
        : null;

    private Task<AidOutcome> ChangeAsync(Guid pollId, Func<PollAids, PollAids> change, byte[]? content, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.ExecuteAsync("update polls set aids = aids where id = @pollId and state = 'draft'", new { pollId }, ct) == 0)
                return AidOutcome.Frozen;

            var before = (await PollStore.FindAsync(tx, pollId, ct))!.Aids;
            var after = change(before);
            await tx.ExecuteAsync("update polls set aids = @aids where id = @pollId", new { pollId, aids = Json.Write(after) }, ct);
            if (content is not null)
                await tx.ExecuteAsync(KeepSql, new { pollId, sha256 = Fingerprint(content), mediaType = FileKind.Of(content)!.MediaType, content }, ct);
            foreach (var sha256 in before.Files.Except(after.Files, StringComparer.Ordinal))
                await tx.ExecuteAsync("delete from poll_media where poll_id = @pollId and sha256 = @sha256", new { pollId, sha256 }, ct);
            return AidOutcome.Done;
        },
        ct);

    private const string KeepSql =
        """
        insert into poll_media (poll_id, sha256, media_type, content)
        values (@pollId, @sha256, @mediaType, @content)
        on conflict (poll_id, sha256) do nothing
        """;

    private static string Fingerprint(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> aids, string words, T aid) =>
        new(Without(aids, words), StringComparer.Ordinal) { [words] = aid };

    private static Dictionary<string, T> Without<T>(IReadOnlyDictionary<string, T> aids, string words) =>
        aids.Where(aid => !string.Equals(aid.Key, words, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
