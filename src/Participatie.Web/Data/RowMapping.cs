using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Participatie.Web.Data;

/// <summary>
/// Lets Dapper fill positional records from either database: columns match the constructor by name and order,
/// with or without underscores, whatever type the driver reports (SQLite has no uuid, boolean or timestamp).
/// </summary>
public static class RowMapping
{
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset)); // else Dapper writes an instant itself, in its own offset
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.TypeMapProvider = static type => new RecordTypeMap(type);
    }

    private sealed class RecordTypeMap(Type type) : SqlMapper.ITypeMap
    {
        private readonly DefaultTypeMap members = new(type);

        public ConstructorInfo? FindConstructor(string[] names, Type[] types)
        {
            var constructors = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance);
            return Array.Find(constructors, constructor => Fits(constructor.GetParameters(), names))
                ?? (Array.Exists(constructors, constructor => constructor.GetParameters().Length == 0)
                    ? type.GetConstructor(Type.EmptyTypes)
                    : throw new InvalidOperationException($"The columns {string.Join(", ", names)} do not fit {type.Name}."));
        }

        public ConstructorInfo? FindExplicitConstructor() => null;

        public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
            members.GetConstructorParameter(constructor, Array.Find(constructor.GetParameters(), p => Same(p.Name!, columnName))!.Name!);

        public SqlMapper.IMemberMap? GetMember(string columnName) => members.GetMember(Plain(columnName));

        private static bool Fits(ParameterInfo[] parameters, string[] names) =>
            parameters.Length > 0
            && parameters.Length == names.Length
            && parameters.Zip(names).All(pair => Same(pair.First.Name!, pair.Second));

        private static bool Same(string parameter, string column) =>
            string.Equals(parameter, Plain(column), StringComparison.OrdinalIgnoreCase);

        private static string Plain(string column) => column.Replace("_", "", StringComparison.Ordinal);
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid guid ? guid : Guid.Parse((string)value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant,
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime time => DateOnly.FromDateTime(time),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }
}
