using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls.Aids;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Polls;

/// <summary>What a facilitator fills in about a poll.</summary>
public sealed record PollPlan(
    string Question, CountingMethod Method, IReadOnlyList<string> Options, bool Binding, bool Secret, Quorum? Quorum = null)
{
    /// <summary>Only for a new poll: a change of the Dutch words leaves what was translated for somebody to look at.</summary>
    public IReadOnlyDictionary<string, PollTranslation> Translations { get; init; } = new Dictionary<string, PollTranslation>(StringComparer.Ordinal);

    /// <summary>Only for a new poll that asks again what another asked.</summary>
    public PollAids Aids { get; init; } = PollAids.None;
}

/// <summary>A poll with its options and, once closed, its outcome.</summary>
/// <param name="OpenedAt">Null until people may vote.</param>
/// <param name="Withdrawal">Why the poll was taken back; null when it was not.</param>
/// <param name="Translations">By the code of the language.</param>
public sealed record PollCard(
    Guid Id, Guid MeetingId, Guid ItemId, string Question, Poll Rules, Outcome? Outcome, DateTimeOffset? OpenedAt, string? Withdrawal,
    IReadOnlyDictionary<string, PollTranslation> Translations, PollAids Aids)
{
    /// <summary>What was written in another language for the words as they are now.</summary>
    public PollTranslation? TranslationIn(Language language) =>
        Translations.GetValueOrDefault(language.Code) is { } translation && string.Equals(translation.Of, Source, StringComparison.Ordinal) ? translation : null;

    public string Source => PollTranslation.SourceOf(Question, Rules.Options);

    public PollDeed ToDeed() => new(
        Id, ItemId, Question, Rules.Method.Name, Rules.Method.Settings, Rules.Quorum, Rules.Options, Rules.Binding, Rules.Secret, Outcome,
        Translations.Where(pair => string.Equals(pair.Value.Of, Source, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
        Aids);

    /// <summary>The same question, to be asked again.</summary>
    public PollPlan ToPlan() => new(Question, Rules.Method, Rules.Options, Rules.Binding, Rules.Secret, Rules.Quorum) { Translations = Translations, Aids = Aids };
}

/// <summary>Polls and their options.</summary>
public sealed class PollStore(DbDataSource db)
{
    public async Task<PollCard?> FindAsync(Guid id, CancellationToken ct) =>
        Cards(await db.QueryAsync<PollRow>(FindSql, new { id }, ct)).SingleOrDefault();

    /// <summary>The poll as a transaction sees it.</summary>
    public static async Task<PollCard?> FindAsync(DbTransaction tx, Guid id, CancellationToken ct) =>
        Cards(await tx.QueryAsync<PollRow>(FindSql, new { id }, ct)).SingleOrDefault();

    private const string FindSql = Columns + "where p.id = @id order by o.position";

    public async Task<IReadOnlyList<PollCard>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        Cards(await db.QueryAsync<PollRow>(OfMeetingSql, new { meetingId }, ct));

    /// <summary>The polls as a transaction sees them.</summary>
    public static async Task<IReadOnlyList<PollCard>> OfMeetingAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        Cards(await tx.QueryAsync<PollRow>(OfMeetingSql, new { meetingId }, ct));

    private const string OfMeetingSql = Columns + "where p.meeting_id = @meetingId order by p.id, o.position";

    private const string Columns =
        """
        select p.id, p.meeting_id, p.item_id, p.question, p.method, p.settings, p.quorum,
               p.binding, p.secret, case when p.withdrawn_at is null then p.state else 'withdrawn' end as state,
               p.outcome, p.opened_at, p.withdrawal, p.translations, p.aids, o.text as option
        from   polls p
        join   poll_options o on o.poll_id = p.id

        """;

    private static IReadOnlyList<PollCard> Cards(IReadOnlyList<PollRow> rows) =>
        [.. rows.GroupBy(row => row.Id).Select(poll => poll.First().ToCard([.. poll.Select(row => row.Option)]))];

    /// <summary>Adds a draft poll to an item of a meeting that is not over.</summary>
    public Task<bool> AddAsync(Guid id, Guid itemId, PollPlan plan, CancellationToken ct) =>
        db.TransactAsync(tx => AddAsync(tx, id, itemId, plan, ct), ct);

    /// <summary>Adds it in the transaction that also makes its item.</summary>
    public static async Task<bool> AddAsync(DbTransaction tx, Guid id, Guid itemId, PollPlan plan, CancellationToken ct)
    {
        if (await tx.ExecuteAsync(AddSql, Parameters(id, plan, itemId), ct) == 0)
            return false;
        await AddOptionsAsync(tx, id, plan, ct);
        await PollMedia.CopyAsync(tx, id, plan.Aids, ct);
        return true;
    }

    private const string AddSql =
        """
        insert into polls (id, meeting_id, item_id, question, method, settings, quorum, binding, secret, translations, aids, state)
        select @id, i.meeting_id, i.id, @Question, @method, @settings, @quorum, @Binding, @Secret, @translations, @aids, 'draft'
        from   agenda_items i
        join   meetings m on m.id = i.meeting_id
        where  i.id = @itemId and m.state <> 'closed'
        """;

    /// <summary>Changes a draft; once a poll has opened its rules are frozen.</summary>
    public Task<bool> ChangeAsync(Guid id, PollPlan plan, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.ExecuteAsync(ChangeSql, Parameters(id, plan), ct) == 0)
                return false;
            await tx.ExecuteAsync("delete from poll_options where poll_id = @id", new { id }, ct);
            await AddOptionsAsync(tx, id, plan, ct);
            return true;
        },
        ct);

    private const string ChangeSql =
        """
        update polls
        set    question = @Question, method = @method, settings = @settings, quorum = @quorum, binding = @Binding, secret = @Secret
        where  id = @id and state = 'draft'
        """;

    /// <summary>Takes over what a draft says in other languages.</summary>
    public async Task<bool> TranslateAsync(Guid id, IReadOnlyDictionary<string, PollTranslation> translations, CancellationToken ct) =>
        await db.ExecuteAsync(TranslateSql, new { id, translations = Json.Write(translations) }, ct) > 0;

    private const string TranslateSql = "update polls set translations = @translations where id = @id and state = 'draft'";

    public async Task<bool> RemoveAsync(Guid id, CancellationToken ct) =>
        await db.ExecuteAsync("delete from polls where id = @id and state = 'draft'", new { id }, ct) > 0;

    private static object Parameters(Guid id, PollPlan plan, Guid itemId = default) => new
    {
        id,
        itemId,
        plan.Question,
        method = plan.Method.Name,
        settings = Json.Write(plan.Method.Settings),
        quorum = plan.Quorum is null ? null : Json.Write(plan.Quorum),
        plan.Binding,
        plan.Secret,
        translations = Json.Write(plan.Translations),
        aids = Json.Write(plan.Aids),
    };

    private static Task<int> AddOptionsAsync(DbTransaction tx, Guid pollId, PollPlan plan, CancellationToken ct) => tx.ExecuteAsync(
        "insert into poll_options (poll_id, position, text) values (@pollId, @position, @text)",
        plan.Options.Select((text, position) => new { pollId, position, text }),
        ct);

    private sealed record PollRow(
        Guid Id, Guid MeetingId, Guid ItemId, string Question, string Method, string Settings, string? Quorum,
        bool Binding, bool Secret, PollState State, string? Outcome, DateTimeOffset? OpenedAt, string? Withdrawal, string Translations, string Aids, string Option)
    {
        public PollCard ToCard(IReadOnlyList<string> options) => new(
            Id,
            MeetingId,
            ItemId,
            Question,
            new Poll(
                State,
                CountingMethod.Find(Method, Json.Read<MethodSettings>(Settings))!,
                options,
                Binding,
                Secret,
                Quorum is null ? null : Json.Read<Quorum>(Quorum)),
            Outcome is null ? null : Json.Read<Outcome>(Outcome),
            OpenedAt,
            Withdrawal,
            Json.Read<Dictionary<string, PollTranslation>>(Translations),
            Json.Read<PollAids>(Aids));
    }
}
