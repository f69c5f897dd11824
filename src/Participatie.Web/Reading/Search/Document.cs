namespace Participatie.Web.Reading.Search;

public enum DocumentKind
{
    Agenda,
    Minutes,
    Decision,
    Advice,
    Answer,
}

/// <summary>Something public that can be found.</summary>
/// <param name="SourceId">Of the meeting (an agenda, minutes) or of the decision (also for its answer).</param>
/// <param name="HappenedAt">When it belongs in time: the meeting, the decision, the answer.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Themes">What it is about; empty where nobody said so.</param>
public sealed record Document(DocumentKind Kind, Guid SourceId, DateTimeOffset HappenedAt, string Title, string Body, IReadOnlyList<string> Themes);

/// <summary>Whose documents they are: a table in an area.</summary>
public sealed record DocumentPlace(Guid MeetingId, string TableName, string AreaSlug, string AreaName);
