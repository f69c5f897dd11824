using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;

namespace Participatie.LoadTest.Machine;

/// <summary>
/// A slow or full disk for the processes that get <see cref="Environment"/>: a small library that they preload, compiled
/// here, obeys two numbers in a file, so that a disk fills up and recovers while they run.
/// </summary>
internal sealed class DiskFaults
{
    private readonly string orders;

    private DiskFaults(string orders, string library, string below)
    {
        this.orders = orders;
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = library,
            ["DISK_FAULTS"] = orders,
            ["DISK_FAULTS_BELOW"] = below,
        };
        Order(TimeSpan.Zero, full: false);
    }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Compiles the library into the workplace.</summary>
    public static async Task<DiskFaults> PrepareAsync(Workplace workplace, CancellationToken ct)
    {
        var library = workplace.PathOf("disk-faults.so");
        await CompileAsync(Path.Combine(AppContext.BaseDirectory, "disk-faults.c"), library, ct);
        return new DiskFaults(workplace.PathOf("disk-faults"), library, Path.GetDirectoryName(library)!);
    }

    /// <summary>From now on every sync takes this much longer, and files can grow or not.</summary>
    public void Order(TimeSpan syncDelay, bool full)
    {
        Span<byte> numbers = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, (int)syncDelay.TotalMicroseconds);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], full ? 1 : 0);
        using var file = new FileStream(orders, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Write(numbers);
    }

    /// <summary>The disk is full until the result is disposed.</summary>
    public IAsyncDisposable Fill()
    {
        Order(TimeSpan.Zero, full: true);
        return new Fullness(this);
    }

    private static async Task CompileAsync(string source, string library, CancellationToken ct)
    {
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            var errors = await compiler.StandardError.ReadToEndAsync(ct);
            await compiler.WaitForExitAsync(ct);
            if (compiler.ExitCode != 0)
                throw new LoadTestFault($"The library that makes a disk slow or full did not compile: {errors.Trim()}");
        }
        catch (Win32Exception fault)
        {
            throw new LoadTestFault("A slow or full disk needs a C compiler: install 'cc'.", fault);
        }
    }

    private sealed class Fullness(DiskFaults disk) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            disk.Order(TimeSpan.Zero, full: false);
            return ValueTask.CompletedTask;
        }
    }
}
