namespace Participatie.LoadTest.Machine;

/// <summary>A temporary folder for all that a run writes; gone when disposed.</summary>
internal sealed class Workplace : IDisposable
{
    private const UnixFileMode OthersMayPass =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("hall-").FullName;

    /// <summary>PostgreSQL runs as another account when we are root, and must be able to reach its folder inside.</summary>
    public Workplace()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OthersMayPass);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
