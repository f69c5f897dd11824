namespace Participatie.Testing;

/// <summary>The working tree that these tests were built in.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    public static string File(string path) => Path.Combine(Root.Value, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Participatie.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository only.");
    }
}
