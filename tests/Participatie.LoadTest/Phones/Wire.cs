using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Participatie.LoadTest.Phones;

/// <summary>SignalR's JSON protocol, as far as a phone speaks it: each record is a JSON object and ends with a separator.</summary>
/// <remarks>https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md</remarks>
internal static class Wire
{
    public const byte Separator = 0x1e;

    /// <summary>Larger than anything that a phone says.</summary>
    public const int LongestSaid = 512;

    public static ReadOnlyMemory<byte> Handshake { get; } = """{"protocol":"json","version":1}"""u8.ToArray().Append(Separator).ToArray();

    public static ReadOnlyMemory<byte> Ping { get; } = """{"type":6}"""u8.ToArray().Append(Separator).ToArray();

    public static int WriteJoin(Span<byte> to, long id, string code)
    {
        Utf8.TryWrite(to, CultureInfo.InvariantCulture, $$"""{"type":1,"invocationId":"{{id}}","target":"Join","arguments":["{{code}}"]}{{(char)Separator}}""", out var written);
        return written;
    }

    public static int WriteVote(Span<byte> to, long id, Vote vote)
    {
        Utf8.TryWrite(
            to,
            CultureInfo.InvariantCulture,
            $$"""{"type":1,"invocationId":"{{id}}","target":"CastVote","arguments":["{{vote.PollId}}",[{"option":{{vote.Option}}}],{{vote.Attempt}}]}{{(char)Separator}}""",
            out var written);
        return written;
    }

    /// <summary>Is this record the answer to a call? SignalR writes the type first.</summary>
    public static bool IsAnswer(ReadOnlySpan<byte> record) => record.StartsWith("""{"type":3,"""u8);

    /// <summary>Does this record call this method?</summary>
    public static bool Calls(ReadOnlySpan<byte> record, string method)
    {
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("target"u8))
                return reader.Read() && reader.ValueTextEquals(method);
            reader.Skip();
        }

        return false;
    }
}
