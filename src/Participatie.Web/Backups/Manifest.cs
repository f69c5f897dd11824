namespace Participatie.Web.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">The form of the file; another number is another form.</param>
/// <param name="Migrations">The names of the migrations that had made the schema, in order; those of one database only are left out.</param>
/// <param name="Entries">Everything else that is in the file.</param>
public sealed record Manifest(int Format, DateTimeOffset MadeAt, IReadOnlyList<string> Migrations, IReadOnlyList<Entry> Entries)
{
    public const int Present = 1;

    public const string Name = "manifest.json";
}

/// <summary>A table or a file in a backup.</summary>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
/// <param name="Rows">How many there are of a table; null for a file.</param>
public sealed record Entry(string Name, string Sha256, long? Rows);
