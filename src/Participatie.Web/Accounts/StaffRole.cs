using Participatie.Web.Tables;

namespace Participatie.Web.Accounts;

/// <summary>What an account may be given: everything everywhere, or one role at one table.</summary>
public enum StaffRole
{
    Administrator,
    Facilitator,
    MinuteTaker,
    BoardMember,
}

public static class StaffRoles
{
    /// <summary>The same role at a table, or null for the administrator, who needs no table.</summary>
    public static TableRole? AtTable(this StaffRole role) => role switch
    {
        StaffRole.Facilitator => TableRole.Facilitator,
        StaffRole.MinuteTaker => TableRole.MinuteTaker,
        StaffRole.BoardMember => TableRole.BoardMember,
        _ => null,
    };
}
