namespace Participatie.Web.Accounts.Passkeys;

/// <summary>A button by which a browser makes or shows a passkey; it is there only in browsers that can.</summary>
/// <param name="Path">The page, which has the handlers AskPasskey and Passkey.</param>
/// <param name="Target">Where to go on after signing in; null where a passkey is made.</param>
public sealed record PasskeyForm(string Path, string? Target)
{
    public bool Makes => Target is null;
}
