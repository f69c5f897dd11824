namespace Participatie.Web.Accounts.Provider;

internal static partial class ProviderLog
{
    [LoggerMessage(LogLevel.Warning, "Signing in by the provider failed: {Reason}")]
    public static partial void Failed(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The provider names people by what looks like citizen service numbers, or not at all; configure a pseudonym as 'sub' there")]
    public static partial void NamesPeopleByNumber(ILogger log);
}
