using Participatie.Testing.Databases;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public abstract class RowMappingTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, 250, TimeSpan.FromHours(2));

    private static readonly ThingRow Full = new(
        Guid.Parse("0198c1f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f"), true, Noon, Noon, "één ☂", [0, 255, 7], 5_000_000_000, 42, Guid.Parse("0198c1f0-1a2b-7c3d-8e4f-5a6b7c8d9e10"), new DateOnly(2026, 2, 28));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.ExecuteAsync(
            """
            create table things (
                id uuid not null primary key, is_open boolean not null, starts_at timestamptz not null, ends_at timestamptz,
                name text, secret bytea, revision bigint not null, minutes integer not null, parent_id uuid, due date
            )
            """,
            null,
            Ct);
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written() => Assert.Equivalent(Full, await KeepAsync(Full), strict: true);

    [Fact]
    public async Task What_is_absent_stays_absent()
    {
        var bare = Full with { IsOpen = false, EndsAt = null, Name = null, Secret = null, ParentId = null, Due = null };

        Assert.Equivalent(bare, await KeepAsync(bare), strict: true);
    }

    [Fact]
    public async Task An_instant_comes_back_in_universal_time() => Assert.Equal(TimeSpan.Zero, (await KeepAsync(Full)).StartsAt.Offset);

    [Fact]
    public async Task A_row_is_found_by_its_id_by_its_flag_and_by_its_time()
    {
        await KeepAsync(Full);

        var found = await Db.FindAsync<Guid>(
            "select id from things where id = @Id and is_open = @IsOpen and starts_at = @StartsAt and starts_at < @later",
            new { Full.Id, Full.IsOpen, Full.StartsAt, later = Full.StartsAt.AddMilliseconds(1).ToOffset(TimeSpan.FromHours(-9)) },
            Ct);

        Assert.Equal(Full.Id, found);
    }

    [Fact]
    public async Task A_single_value_comes_back_too()
    {
        await KeepAsync(Full);

        Assert.Equal(Noon, await Db.FindAsync<DateTimeOffset>("select max(starts_at) from things", null, Ct));
        Assert.Equal(1, await Db.FindAsync<long>("select count(*) from things", null, Ct));
        Assert.Equal(Full.Secret, await Db.FindAsync<byte[]>("select secret from things", null, Ct));
        Assert.Null(await Db.FindAsync<Guid?>("select id from things where not is_open", null, Ct));
    }

    [Fact]
    public async Task Columns_that_do_not_fit_a_record_are_named()
    {
        await KeepAsync(Full);

        var bug = await Assert.ThrowsAnyAsync<Exception>(() => Db.FindAsync<PairRow>("select id, name from things", null, Ct));

        Assert.Equal("The columns id, name do not fit PairRow.", bug.GetBaseException().Message);
    }

    private async Task<ThingRow> KeepAsync(ThingRow row)
    {
        await Db.ExecuteAsync(
            """
            insert into things (id, is_open, starts_at, ends_at, name, secret, revision, minutes, parent_id, due)
            values (@Id, @IsOpen, @StartsAt, @EndsAt, @Name, @Secret, @Revision, @Minutes, @ParentId, @Due)
            """,
            row,
            Ct);
        return (await Db.FindAsync<ThingRow>(
            "select id, is_open, starts_at, ends_at, name, secret, revision, minutes, parent_id, due from things", null, Ct))!;
    }

    private sealed record ThingRow(
        Guid Id, bool IsOpen, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, string? Name, byte[]? Secret, long Revision, int Minutes, Guid? ParentId, DateOnly? Due);

    private sealed record PairRow(string Name, Guid Id);

    public sealed class OnSqlite() : RowMappingTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RowMappingTests(DatabaseKind.Postgres);
}
