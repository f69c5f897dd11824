namespace Participatie.Web.Mailing;

/// <summary>A mail in plain text to one person.</summary>
/// <param name="To">The address.</param>
/// <param name="StopLink">Where one click ends the subscription that it comes from; null when it comes from none.</param>
public sealed record Mail(string To, string Subject, string Text, string? StopLink = null);
