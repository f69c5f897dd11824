using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Polls;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>Around a poll; the result itself comes from <see cref="ReleasedPolls"/>, the only way to learn one.</summary>
public sealed record VoteItemRow(
    Guid Id, Guid ItemId, string ItemTitle, Guid MeetingId, string MeetingTitle, string TableSlug, string TableName, Guid? DecisionId, string? DecisionText);

public sealed class VoteDataset(DbDataSource db, ReleasedPolls polls, OutcomeSentence sentence, RuleSentence rule) : Dataset<Stemming, VoteItemRow>(db)
{
    public const string Path = "stemmingen";

    /// <summary>Of a query that names polls <c>p</c>.</summary>
    public const string ReleasedSql = "p.state = 'released' and p.outcome is not null";

    public override string Name => Path;

    public override string One => "een stemming";

    public override string About => "Alle stemmingen en peilingen waarvan de uitslag is vrijgegeven, de nieuwste eerst.";

    public override IReadOnlyList<Filter> Filters { get; } = [OpenData.Filters.Area, OpenData.Filters.Table, OpenData.Filters.Year, OpenData.Filters.Meeting];

    protected override string ColumnsSql =>
        """
        p.id, i.id as item_id, i.title as item_title, m.id as meeting_id, m.title as meeting_title, t.slug as table_slug, t.name as table_name,
        d.id as decision_id, d.text as decision_text
        """;

    protected override string SourceSql =>
        $"""
        from   polls p
        join   agenda_items i on i.id = p.item_id
        join   public_meetings m on m.id = p.meeting_id
        left join decisions d on d.poll_id = p.id and d.struck_version is null
        {MeetingPlace.JoinSql}
        """;

    protected override string KeySql => "p.id";

    protected override string OrderSql => $"{MeetingPlace.OrderSql}, p.closed_at desc, p.id";

    protected override string PublicSql => ReleasedSql;

    protected override async Task<IReadOnlyList<Stemming>> ShowAsync(IReadOnlyList<VoteItemRow> rows, Addresses address, CancellationToken ct)
    {
        var results = (await polls.FindAsync([.. rows.Select(row => row.Id)], ct)).ToDictionary(poll => poll.Id);
        return [.. rows.Where(row => results.ContainsKey(row.Id)).Select(row => Show(row, results[row.Id], address))];
    }

    public override object Example(Addresses address)
    {
        var method = new YesNoAbstain();
        var outcome = new Outcome(Result.Adopted, new Tally([21, 6, 2], 29))
        {
            Winners = [0],
            Needed = 14,
            Electorate = new Electorate(40, 31),
            Channels = new Dictionary<Channel, int> { [Channel.Phone] = 24, [Channel.Paper] = 5 },
        };
        return Show(
            new VoteItemRow(
                Examples.Poll, Examples.Item, Examples.ItemTitle, Examples.Meeting, Examples.MeetingTitle, Examples.TableSlug, Examples.TableName, Examples.Decision, Examples.DecisionText),
            new PollResult(
                Examples.Poll, Examples.Meeting, Examples.Item, "Moet 30% van het geld naar jongerenwerk?", method, Quorum: null, Binding: true, Secret: true,
                Examples.Evening.AddHours(1), ["Ja", "Nee", "Ik stem niet mee"], outcome),
            address);
    }

    private Stemming Show(VoteItemRow row, PollResult poll, Addresses address) => new()
    {
        Id = poll.Id,
        Url = address.Api($"{Path}/{poll.Id}"),
        Webpaginalink = address.Page($"/stemmingen/{poll.Id}"),
        Vraag = poll.Question,
        Type = poll.Binding ? Stemmingtype.Stemming : Stemmingtype.Peiling,
        Geheim = poll.Secret,
        Methode = Woorden.Of(poll.Rule),
        Regel = rule.Of(poll.Rule, poll.Quorum),
        Gesloten = poll.ClosedAt,
        Resultaat = Woorden.Of(poll.Outcome.Result),
        Uitslag = sentence.Of(poll.Outcome, poll.Method, poll.Options, poll.Binding),
        Keuzes = [.. poll.Options.Select((text, option) => Show(text, option, poll.Outcome))],
        Uitgebracht = poll.Outcome.Tally.Ballots,
        Stemgerechtigd = poll.Outcome.Electorate.Entitled,
        Aanwezig = poll.Outcome.Electorate.Present,
        Nodig = poll.Outcome.Needed,
        Quorum = poll.Outcome.Quorum,
        Wegen = Show(poll.Outcome.Channels),
        Stembiljetten = poll.Outcome.CountsHidden ? null : address.Page($"/stemmingen/{poll.Id}/stembiljetten.csv"),
        Agendapunt = address.To(ItemDataset.Path, row.ItemId, row.ItemTitle),
        Vergadering = address.To(MeetingDataset.Path, row.MeetingId, row.MeetingTitle),
        Tafel = address.To(TableDataset.Path, row.TableSlug, row.TableName),
        Besluit = row is { DecisionId: { } id, DecisionText: { } text } ? address.To(DecisionDataset.Path, id, text) : null,
    };

    private static Keuze Show(string text, int option, Outcome outcome) => new()
    {
        Tekst = text,
        Stemmen = outcome.CountsHidden ? null : outcome.Tally.Counts[option],
        Gekozen = outcome.Winners.Contains(option),
    };

    private static Stemwegen Show(IReadOnlyDictionary<Channel, int> channels) => new()
    {
        Telefoon = channels.GetValueOrDefault(Channel.Phone),
        Tablet = channels.GetValueOrDefault(Channel.Tablet),
        Papier = channels.GetValueOrDefault(Channel.Paper),
        Handen = channels.GetValueOrDefault(Channel.Hands),
    };
}
