using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts;

/// <summary>What an operator looks for after a break-in: who came in how, and who was kept out. No addresses, no names.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(LogLevel.Information, "Account {UserId} signed in by {Method}")]
    public static partial void SignedIn(ILogger log, Guid userId, SignInMethod method);

    [LoggerMessage(LogLevel.Information, "A wrong password was given for account {UserId}")]
    public static partial void WrongPassword(ILogger log, Guid userId);

    [LoggerMessage(LogLevel.Warning, "A wrong code was given for account {UserId}, after its right password")]
    public static partial void WrongCode(ILogger log, Guid userId);

    [LoggerMessage(LogLevel.Warning, "Account {UserId} was tried too often at one door; that door is shut for a while")]
    public static partial void TooManyAttempts(ILogger log, Guid userId);

    [LoggerMessage(LogLevel.Warning, "Account {UserId} asked what it may not: {Method} {Route}")]
    public static partial void Refused(ILogger log, Guid? userId, string method, string? route);

    [LoggerMessage(LogLevel.Information, "Account {UserId}: {Change}")]
    public static partial void Changed(ILogger log, Guid userId, string change);
}
