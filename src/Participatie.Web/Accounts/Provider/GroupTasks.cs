using System.Data.Common;
using Participatie.Web.Accounts.Stores;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Accounts.Provider;

/// <summary>Gives somebody the tasks that the provider says, and takes back those that it said before; what an administrator gave stays.</summary>
public sealed class GroupTasks(DbDataSource db)
{
    private const string ClaimType = "taak";

    public Task SynchronizeAsync(Guid userId, IReadOnlyList<GroupTask> wanted, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            var given = await tx.QueryAsync<string>(GivenSql, new { userId, ClaimType }, ct);
            var names = wanted.Select(task => task.ToString()).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in given.Where(name => !names.Contains(name)))
                await TakeAsync(tx, userId, gone, ct);
            foreach (var task in wanted)
                await GiveAsync(tx, userId, task, ct);
            return names.Count;
        },
        ct);

    private const string GivenSql = "select value from user_claims where user_id = @userId and type = @ClaimType";

    /// <summary>A table that is not there yet gives nothing; the next time it may.</summary>
    private static async Task GiveAsync(DbTransaction tx, Guid userId, GroupTask task, CancellationToken ct)
    {
        var isNew = task.Table is null
            ? await StaffUserStore.GiveRoleAsync(tx, userId, task.Role.Stored(), ct)
            : await tx.FindTableAsync(task.Table, ct) is { } table && await tx.AppointAsync(table, userId, task.Role.AtTable()!.Value, ct);
        if (isNew)
            await tx.ExecuteAsync(RememberSql, new { userId, ClaimType, value = task.ToString() }, ct);
    }

    private const string RememberSql = "insert into user_claims (user_id, type, value) values (@userId, @ClaimType, @value) on conflict do nothing";

    private static async Task TakeAsync(DbTransaction tx, Guid userId, string name, CancellationToken ct)
    {
        await tx.ExecuteAsync("delete from user_claims where user_id = @userId and type = @ClaimType and value = @name", new { userId, ClaimType, name }, ct);
        if (GroupTask.Read(name) is not { } task)
            return;

        if (task.Table is null)
            await tx.ExecuteAsync("delete from user_roles where user_id = @userId and role = @role", new { userId, role = task.Role.Stored() }, ct);
        else
            await tx.ExecuteAsync(TakeTableRoleSql, new { userId, task.Table, role = task.Role.AtTable()!.Value.Stored() }, ct);
    }

    private const string TakeTableRoleSql =
        "delete from table_roles where user_id = @userId and role = @role and table_id = (select id from tables where slug = @Table)";
}
