using System.CommandLine;
using Participatie.LoadTest.Databases;

namespace Participatie.LoadTest.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<DatabaseKind> Database() =>
        new("--database") { Description = "The kind of database; a fresh one is made and removed.", DefaultValueFactory = _ => DatabaseKind.Sqlite };
}
