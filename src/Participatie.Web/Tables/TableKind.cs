namespace Participatie.Web.Tables;

/// <summary>Who sit at a table: residents, the board that answers them, or young people.</summary>
public enum TableKind
{
    Neighbourhood,
    Board,
    Youth,
}
