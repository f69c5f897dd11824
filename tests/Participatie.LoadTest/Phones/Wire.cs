using System.Globalization;
using System.Text;
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

    /// <summary>What kind of record this is: its type, and the method it calls or the call it answers.</summary>
    public static Heading ReadHeading(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        var heading = default(Heading);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
                heading = heading with { Type = ReadNumber(ref reader) };
            else if (reader.ValueTextEquals("target"u8))
                return heading with { Target = ReadText(ref reader) };
            else if (reader.ValueTextEquals("invocationId"u8))
                return heading with { InvocationId = ReadText(ref reader) };
            else
                reader.Skip();
        }

        return heading;
    }

    private static int ReadNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Encoding.UTF8.GetString(reader.ValueSpan);
    }

    internal readonly record struct Heading(int Type, string? Target, string? InvocationId)
    {
        public const int Invocation = 1;
        public const int Completion = 3;
        public const int Close = 7;
    }
}
