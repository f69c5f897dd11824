using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Provider;

/// <summary>What a group at the provider does here: a role, and the short name of a table where it needs one.</summary>
public sealed record GroupTask(StaffRole Role, string? Table)
{
    /// <summary>Null for what is none: <c>administrator</c>, or a role and a table with a space between.</summary>
    public static GroupTask? Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var role, .. { Length: <= 1 } table]
        && Enum.TryParse<StaffRole>(role, ignoreCase: true, out var read)
        && Enum.IsDefined(read)
        && read.AtTable() is null == (table.Length == 0)
            ? new GroupTask(read, table is [var slug] ? slug : null)
            : null;

    /// <summary>The same text again, as the database keeps it.</summary>
    public override string ToString() => Table is null ? Role.Stored() : $"{Role.Stored()} {Table}";
}
