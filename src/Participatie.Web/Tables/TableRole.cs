namespace Participatie.Web.Tables;

/// <summary>What a member of staff does for one table. Administrators may do everything at every table.</summary>
public enum TableRole
{
    Facilitator,
    MinuteTaker,
    BoardMember,
}
