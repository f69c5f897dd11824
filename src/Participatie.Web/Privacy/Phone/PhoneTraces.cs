using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Privacy.Phone;

/// <summary>
/// Finds what hangs on the phone that asks. Only that phone can ask it: its participants are derived from its cookie. Votes
/// are left out: who can show a vote can be made to.
/// </summary>
public sealed class PhoneTraces(DbDataSource db, ParticipantCookie cookie)
{
    public async Task<IReadOnlyList<PhoneTrace>> OfAsync(HttpContext http, CancellationToken ct)
    {
        var places = new Dictionary<Guid, PlaceRow>();
        foreach (var place in await db.QueryAsync<PlaceRow>(PlacesSql, null, ct))
        {
            if (cookie.Read(http, place.Id) is { } participant)
                places[participant] = place;
        }

        var rows = await db.QueryOfAsync<TraceRow>(TracesSql, [.. places.Keys], ct);
        return [.. rows.OrderBy(row => row.At).Select(row => new PhoneTrace(row.Participant, places[row.Participant].Name, places[row.Participant].IsOpen, row.Kind, row.Text, row.At))];
    }

    private const string PlacesSql =
        """
        select id, title as name, state = 'open' as is_open from meetings where forgotten_at is null
        union all
        select id, name, exists (select 1 from meetings m where m.table_id = t.id and m.state = 'open') as is_open from tables t
        """;

    private static string TracesSql(string participants) =>
        $"""
        select participant_id as participant, 'contribution' as kind, text, sent_at as at from contributions where participant_id in ({participants})
        union all
        select s.participant_id, 'support', c.text, c.sent_at
        from   contribution_supporters s join contributions c on c.id = s.contribution_id
        where  s.participant_id in ({participants})
        union all
        select participant_id, 'correction', text, sent_at from corrections where participant_id in ({participants})
        union all
        select participant_id, 'hand', name, raised_at from hands where participant_id in ({participants})
        union all
        select p.participant_id, 'pass', null, m.starts_at
        from   passes p join meetings m on m.id = p.meeting_id
        where  p.participant_id in ({participants})
        """;

    private sealed record PlaceRow(Guid Id, string Name, bool IsOpen);

    private sealed record TraceRow(Guid Participant, TraceKind Kind, string? Text, DateTimeOffset At);
}
