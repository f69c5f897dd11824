using System.Text;
using Microsoft.Extensions.Localization;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Recount;

/// <summary>The counted ballots of a released poll as files, so that anyone can count them again.</summary>
public static class BallotFiles
{
    private const int LongestName = 60;

    public static void MapBallotFiles(this IEndpointRouteBuilder site) => site.MapMethods("/stemmingen/{id:guid}/stembiljetten.{extension}", FileRequest.Methods, SendAsync);

    /// <summary>The name of the file on the reader's computer, of plain letters, digits and dashes.</summary>
    public static string NameOf(PollResult poll, string extension)
    {
        var name = $"stembiljetten-{Slug.From(poll.Question)}";
        return $"{name[..Math.Min(name.Length, LongestName)].TrimEnd('-')}.{extension}";
    }

    /// <summary>Nothing is here before the release, nor when so few voted in secret that ballots would tell who chose what.</summary>
    private static async Task<IResult> SendAsync(
        Guid id, string extension, ReleasedPolls polls, CountedBallots counted, IStringLocalizer<Texts> texts, CancellationToken ct)
    {
        if (await polls.FindAsync(id, ct) is not { Outcome.CountsHidden: false } poll)
            return Results.NotFound();

        var ballots = await counted.ReadAsync(id, ct);
        if (string.Equals(extension, Sheet.Extension, StringComparison.Ordinal))
            return Results.File(BallotSheet.Write(poll, ballots, texts["Reden"]), Sheet.MediaType, NameOf(poll, extension));
        return PrefLib.IsFor(poll) && PrefLib.Of(poll, ballots) is var file && string.Equals(extension, file.Extension, StringComparison.Ordinal)
            ? Results.File(Encoding.UTF8.GetBytes(file.Text), "text/plain; charset=utf-8", NameOf(poll, extension))
            : Results.NotFound();
    }
}
