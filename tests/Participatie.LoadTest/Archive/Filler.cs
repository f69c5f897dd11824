using System.Data.Common;
using System.Diagnostics;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Venues;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.LoadTest.Archive;

/// <summary>Puts the documents of many meetings, of all areas and twelve years, where people search: with the application's own words and numbers.</summary>
internal sealed class Filler(Premises premises)
{
    /// <summary>An agenda, minutes, two decisions and an answer.</summary>
    private const int PerMeeting = 5;

    private const int MeetingsAtOnce = 500;

    private const int Minutes = 12 * 365 * 24 * 60;

    private const int SomeDays = 5 * 24 * 60;

    private static readonly string[] Themes = ["wonen", "veiligheid", "meedoen", "jeugd", "gezondheid", "onderwijs", "werk"];

    private readonly Dice dice = new(1);
    private readonly Prose prose = new(new Dice(2));

    /// <summary>Returns how long it took.</summary>
    public async Task<TimeSpan> RunAsync(int documents, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await using var db = Database.Open(premises.ConnectionString);
        var tables = await AddTablesAsync(db, ct);
        await premises.Database.FillAsync(premises.ConnectionString, async () =>
        {
            var count = documents / PerMeeting;
            foreach (var numbers in Enumerable.Range(0, count).Chunk(MeetingsAtOnce))
                await db.TransactAsync(tx => AddMeetingsAsync(tx, [.. numbers.Select(number => NewMeeting(tables, number / (double)count))], ct), ct);
        });
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<IReadOnlyList<TableRow>> AddTablesAsync(DbDataSource db, CancellationToken ct)
    {
        var areas = await db.QueryAsync<AreaRow>("select slug, name from areas", null, ct);
        TableRow[] tables = [.. areas.Select(area => new TableRow(RowKey.New(), $"archief-{area.Slug}", $"Wijktafel {area.Name}", area.Slug, area.Name))];
        await db.TransactAsync(tx => tx.ExecuteEachAsync(AddTableSql, tables, ct), ct);
        return tables;
    }

    private const string AddTableSql = "insert into tables (id, slug, name, kind, area) values (@Id, @Slug, @Name, 'neighbourhood', @Area)";

    /// <summary>Meetings are held one after another, some days more or less.</summary>
    private MeetingRow NewMeeting(IReadOnlyList<TableRow> tables, double past)
    {
        var id = RowKey.New();
        var startsAt = new DateTimeOffset(2014, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes((past * Minutes) + dice.Roll(SomeDays));
        return new MeetingRow(id, dice.Pick(tables), $"Wijktafel over {prose.Write(3)}", startsAt);
    }

    private async Task<bool> AddMeetingsAsync(DbTransaction tx, IReadOnlyList<MeetingRow> meetings, CancellationToken ct)
    {
        await tx.ExecuteEachAsync(
            AddMeetingSql, [.. meetings.Select(meeting => new NewMeetingRow(meeting.Id, meeting.Table.Id, meeting.Id.ToString("n"), meeting.Title, meeting.StartsAt))], ct);
        foreach (var meeting in meetings)
            await IndexMeeting.AddAsync(tx, new DocumentPlace(meeting.Id, meeting.Table.Name, meeting.Table.Area, meeting.Table.AreaName), Documents(meeting), ct);
        return true;
    }

    private const string AddMeetingSql =
        """
        insert into meetings (id, table_id, code, title, place, starts_at, state, revision)
        values (@Id, @TableId, @Code, @Title, 'Buurthuis', @StartsAt, 'closed', 0)
        """;

    private Document[] Documents(MeetingRow meeting)
    {
        var theme = dice.Pick(Themes);
        var decision = RowKey.New();
        var question = prose.Write(9);
        return
        [
            new(DocumentKind.Agenda, meeting.Id, meeting.StartsAt, meeting.Title, prose.Write(80), []),
            new(DocumentKind.Minutes, meeting.Id, meeting.StartsAt, meeting.Title, prose.Write(800), [theme]),
            new(DocumentKind.Decision, RowKey.New(), meeting.StartsAt.AddHours(1), prose.Write(9), prose.Write(40), []),
            new(DocumentKind.Advice, decision, meeting.StartsAt.AddHours(2), question, prose.Write(60), [theme]),
            new(DocumentKind.Answer, decision, meeting.StartsAt.AddDays(30), question, prose.Write(100), [theme]),
        ];
    }

    private sealed record AreaRow(string Slug, string Name);

    private sealed record TableRow(Guid Id, string Slug, string Name, string Area, string AreaName);

    private sealed record MeetingRow(Guid Id, TableRow Table, string Title, DateTimeOffset StartsAt);

    private sealed record NewMeetingRow(Guid Id, Guid TableId, string Code, string Title, DateTimeOffset StartsAt);
}
