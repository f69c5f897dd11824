using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>A decision with its answer. The names of who wrote or gave an answer are not asked for: the addressee answers.</summary>
public sealed record DecisionItemRow(
    Guid Id, bool IsAdvice, string Text, string Reasons, string Mandate, string? Result, DateTimeOffset DecidedAt, int? StruckVersion,
    string? Addressee, DateOnly? RespondBy, DateOnly? PostponedTo, string? Postponement, string? Verdict, string? Answer, DateTimeOffset? GivenAt,
    Guid? PollId, string? Question, Guid MeetingId, string MeetingTitle, string TableSlug, string TableName, string AreaSlug, string AreaName);

public sealed class DecisionDataset(DbDataSource db) : Dataset<Besluit, DecisionItemRow>(db)
{
    public const string Path = "besluiten";

    public override string Name => Path;

    public override string One => "een besluit of advies";

    public override string About => "Alle besluiten en adviezen uit gepubliceerde verslagen, het nieuwste eerst, met het antwoord en wat er is beloofd.";

    public override IReadOnlyList<Filter> Filters { get; } =
        [OpenData.Filters.Area, OpenData.Filters.Table, OpenData.Filters.Year, OpenData.Filters.Meeting, OpenData.Filters.Theme];

    protected override string ColumnsSql =>
        $"""
        d.id, d.is_advice, d.text, d.reasons, d.mandate, d.result, d.decided_at, d.struck_version,
        d.addressee, d.respond_by, u.respond_by as postponed_to, u.reason as postponement, r.verdict, r.reasons as answer, r.given_at,
        p.id as poll_id, p.question, m.id as meeting_id, m.title as meeting_title, {MeetingPlace.ColumnsSql}
        """;

    protected override string SourceSql =>
        $"""
        from   decisions d
        join   meetings m on m.id = d.meeting_id
        left join polls p on p.id = d.poll_id and {VoteDataset.ReleasedSql}
        left join postponements u on u.decision_id = d.id
        left join responses r on r.decision_id = d.id
        {MeetingPlace.JoinSql}
        """;

    protected override string KeySql => "d.id";

    protected override string OrderSql => "d.decided_at desc, d.id desc";

    /// <summary>What later minutes no longer hold keeps its address, but is no decision any more.</summary>
    protected override string ListedSql => "d.struck_version is null";

    protected override async Task<IReadOnlyList<Besluit>> ShowAsync(IReadOnlyList<DecisionItemRow> rows, Addresses address, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var themes = (await Db.QueryOfAsync<ThemeRow>(ThemesSql, ids, ct)).ToLookup(row => row.DecisionId, row => row.Theme);
        var commitments = (await Db.QueryOfAsync<PromiseRow>(CommitmentsSql, ids, ct)).ToLookup(row => row.DecisionId);
        return [.. rows.Select(row => Show(row, [.. themes[row.Id]], [.. commitments[row.Id]], address))];
    }

    private static string ThemesSql(string ids) => $"select decision_id, theme from decision_themes where decision_id in ({ids}) order by theme";

    private static string CommitmentsSql(string ids) =>
        $"""
        select   decision_id, text, owner, due, done_at
        from     commitments
        where    decision_id in ({ids})
        order by made_at, id
        """;

    public override object Example(Addresses address) => Show(
        new DecisionItemRow(
            Examples.Decision, IsAdvice: true, Examples.DecisionText, "Jongeren hangen rond omdat er niets te doen is.", "advise", "adopted", Examples.Evening.AddHours(1), null,
            "Bestuurstafel Overvecht", Examples.Day.AddDays(42), null, null, "partlyadopted", "Er komt een jongerenwerker bij.", Examples.Evening.AddDays(30),
            Examples.Poll, "Moet 30% van het geld naar jongerenwerk?", Examples.Meeting, Examples.MeetingTitle, Examples.TableSlug, Examples.TableName, Examples.AreaSlug, Examples.AreaName),
        ["jeugd"],
        [new PromiseRow(Examples.Decision, "Een jongerenwerker erbij", "De gemeente", Examples.Day.AddDays(120), null)],
        address);

    private static Besluit Show(DecisionItemRow row, IReadOnlyList<string> themes, IReadOnlyList<PromiseRow> commitments, Addresses address) => new()
    {
        Id = row.Id,
        Url = address.Api($"{Path}/{row.Id}"),
        Webpaginalink = address.Page($"/besluiten/{row.Id}"),
        Soort = row.IsAdvice ? Besluitsoort.Advies : Besluitsoort.Besluit,
        Tekst = row.Text,
        Toelichting = row.Reasons,
        Themas = themes,
        Mandaat = Woorden.Of(Enum.Parse<Mandate>(row.Mandate, ignoreCase: true)),
        Resultaat = row.Result is null ? null : Woorden.Of(Enum.Parse<Result>(row.Result, ignoreCase: true)),
        Besloten = row.DecidedAt,
        VervallenInVersie = row.StruckVersion,
        Stemming = row is { PollId: { } poll, Question: { } question } ? address.To(VoteDataset.Path, poll, question) : null,
        Vergadering = address.To(MeetingDataset.Path, row.MeetingId, row.MeetingTitle),
        Tafel = address.To(TableDataset.Path, row.TableSlug, row.TableName),
        Wijk = address.To(AreaDataset.Path, row.AreaSlug, row.AreaName),
        Geadresseerde = row.Addressee,
        AntwoordUiterlijk = row.RespondBy,
        Uitstel = row is { PostponedTo: { } until, Postponement: { } reason } ? new Uitstel { Tot = until, Reden = reason } : null,
        Antwoord = row is { Answer: { } answer, GivenAt: { } given }
            ? new Antwoord { Oordeel = Woorden.Of(StoredAnswer.Verdict(row.Verdict)!.Value), Motivering = answer, Gegeven = given }
            : null,
        Toezeggingen = [.. commitments.Select(promise => new Toezegging { Tekst = promise.Text, Wie = promise.Owner, Uiterlijk = promise.Due, Gereed = promise.DoneAt })],
    };

    private sealed record ThemeRow(Guid DecisionId, string Theme);

    private sealed record PromiseRow(Guid DecisionId, string Text, string Owner, DateOnly Due, DateTimeOffset? DoneAt);
}
