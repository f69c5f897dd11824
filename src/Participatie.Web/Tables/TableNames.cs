using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Tables;

/// <summary>What people call the kinds of tables and the tasks of staff.</summary>
public static class TableNames
{
    /// <summary>Takes the name of a <see cref="TableKind"/> as the database keeps it.</summary>
    public static string Kind(IStringLocalizer<Texts> texts, string kind) => Enum.Parse<TableKind>(kind, ignoreCase: true) switch
    {
        TableKind.Board => texts["Bestuurstafel"],
        TableKind.Youth => texts["Jongerentafel"],
        _ => texts["Wijktafel"],
    };

    public static string Role(IStringLocalizer<Texts> texts, TableRole role) => role switch
    {
        TableRole.Facilitator => texts["Begeleider"],
        TableRole.MinuteTaker => texts["Verslaglegger"],
        _ => texts["Bestuurder"],
    };
}
