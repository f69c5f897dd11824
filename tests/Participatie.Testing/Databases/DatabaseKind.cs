namespace Participatie.Testing.Databases;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
