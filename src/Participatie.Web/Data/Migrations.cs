using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Participatie.Web.Data;

/// <summary>One file of <c>migrations/</c>, as embedded in the program.</summary>
/// <param name="Name">The file's name without its database and extension, such as <c>0001_accounts</c>.</param>
/// <param name="Text">Its SQL.</param>
public sealed record Migration(string Name, string Text)
{
    private const string Folder = "migrations/";

    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>All migrations for one database, in order: the common ones and those of that database.</summary>
    public static IReadOnlyList<Migration> For(bool postgres)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
               where resource.StartsWith(Folder, StringComparison.Ordinal)
               let parts = resource[Folder.Length..].Split('.')
               where parts.Length == 2 || string.Equals(parts[1], postgres ? "postgres" : "sqlite", StringComparison.Ordinal)
               select new Migration(parts[0], Read(assembly, resource)),
        ];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
