using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Participatie.Web.Backups;

/// <summary>What a column holds: the types that migrations use, which either database keeps in its own way.</summary>
public enum ColumnKind
{
    Text,
    Number,
    Truth,
    Id,
    Instant,
    Day,
    Bytes,
}

/// <summary>A value on its way from a database into a file and back.</summary>
public static class ColumnKinds
{
    /// <summary>The kind of a declared type, as SQLite repeats it from the migration or as PostgreSQL calls it.</summary>
    public static ColumnKind Of(string declared) => declared.ToLowerInvariant() switch
    {
        "text" => ColumnKind.Text,
        "integer" or "bigint" => ColumnKind.Number,
        "boolean" => ColumnKind.Truth,
        "uuid" => ColumnKind.Id,
        "timestamptz" or "timestamp with time zone" => ColumnKind.Instant,
        "date" => ColumnKind.Day,
        "bytea" => ColumnKind.Bytes,
        _ => throw new NotSupportedException($"A backup knows no columns of type '{declared}'."),
    };

    /// <summary>Writes the value of a column of the present row.</summary>
    public static void Write(this Utf8JsonWriter json, DbDataReader row, int column, ColumnKind kind)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Number:
                json.WriteNumberValue(row.GetInt64(column));
                break;
            case ColumnKind.Truth:
                json.WriteBooleanValue(row.GetBoolean(column));
                break;
            case ColumnKind.Id:
                json.WriteStringValue(row.GetGuid(column));
                break;
            case ColumnKind.Instant:
                json.WriteStringValue(Instant(row.GetValue(column)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)); // as fine as PostgreSQL keeps it
                break;
            case ColumnKind.Day:
                json.WriteStringValue(Day(row.GetValue(column)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Bytes:
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(column));
                break;
            default:
                json.WriteStringValue(row.GetString(column));
                break;
        }
    }

    /// <summary>The value as a parameter of a statement takes it.</summary>
    public static object Read(this JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? DBNull.Value : kind switch
    {
        ColumnKind.Number => value.GetInt64(),
        ColumnKind.Truth => value.GetBoolean(),
        ColumnKind.Id => value.GetGuid(),
        ColumnKind.Instant => value.GetDateTimeOffset().ToUniversalTime(),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        _ => value.GetString()!,
    };

    private static DateTimeOffset Instant(object value) => value switch
    {
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
    };

    private static DateOnly Day(object value) => value switch
    {
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
