using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Participatie.Web.Backups;

/// <summary>Writes a JSON value to a line, and takes the fingerprint of all lines.</summary>
public sealed class HashedLines(Stream target, IncrementalHash hash) : IAsyncDisposable
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(Enough);

    public void Write(Action<Utf8JsonWriter> value)
    {
        using (var json = new Utf8JsonWriter(buffer))
            value(json);
        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= Enough)
            Empty();
    }

    public async Task FlushAsync()
    {
        Empty();
        await target.FlushAsync();
    }

    public ValueTask DisposeAsync()
    {
        Empty();
        return ValueTask.CompletedTask;
    }

    private void Empty()
    {
        hash.AppendData(buffer.WrittenSpan);
        target.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
